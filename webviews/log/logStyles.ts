import { css } from 'lit';

export const logStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr) auto auto;
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 10px;
    padding: 6px 12px 2px;
  }
  .title h1 {
    min-width: 0;
    overflow: hidden;
    font-size: 1.15em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip {
    gap: 4px;
    padding: 1px 6px;
    color: inherit;
  }
  .chip cm-icon {
    font-size: 14px;
    color: var(--tone);
  }
  .tools {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    margin-left: auto;
  }
  .pair {
    display: inline-flex;
    margin-left: -10px;
  }
  .tools .gap {
    width: 10px;
  }
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px;
    padding: 5px 12px;
    border-top: 1px solid var(--vscode-inputValidation-warningBorder);
    border-bottom: 1px solid var(--vscode-inputValidation-warningBorder);
    color: var(--vscode-inputValidation-warningForeground, inherit);
    background: var(--vscode-inputValidation-warningBackground);
    overflow-wrap: anywhere;
  }
  .note cm-icon {
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  .note strong {
    font-weight: 600;
  }
  .progress {
    display: grid;
    grid-template-columns: minmax(40px, 160px) auto;
    gap: 10px;
    align-items: center;
    padding: 0 12px 2px;
    font-size: 0.92em;
  }
  .filter {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(130px, 1fr) auto auto;
    align-items: start;
    gap: 6px;
    padding: 4px 12px;
  }
  .filter > button.plain {
    min-height: 28px;
  }
  .laned {
    --lane-names: clamp(124px, 20vw, 230px);
  }
  .rows {
    display: grid;
    min-height: 0;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  cm-record-details {
    height: clamp(84px, 18vh, 220px);
  }
  .whole {
    grid-row: 1 / -1;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    align-items: center;
    padding: 3px 12px;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  @media (max-width: 560px) {
    .filter {
      grid-template-columns: minmax(0, 1fr) auto auto;
    }
    .filter cm-filter-box {
      grid-column: 1 / -1;
    }
  }
`;
