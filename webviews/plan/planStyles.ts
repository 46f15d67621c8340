import { css } from 'lit';

export const planStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    height: 100%;
    --line: var(
      --vscode-editorGroup-border,
      var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
    );
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 14px;
    padding: 20px 20px 14px;
  }
  .head > cm-icon {
    grid-row: span 3;
    align-self: start;
    margin-top: 2px;
    font-size: 26px;
    width: 1em;
    color: var(--vscode-icon-foreground);
  }
  .head > cm-icon.good {
    color: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
  }
  .head > cm-icon.bad {
    color: var(--vscode-problemsErrorIcon-foreground, var(--vscode-errorForeground));
  }
  h1 {
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.3;
  }
  .bad-count {
    color: var(--vscode-errorForeground);
    font-weight: 600;
  }
  .notes {
    display: flex;
    flex-direction: column;
    gap: 6px;
    max-height: 30vh;
    overflow: auto;
    padding: 0 20px 14px;
  }
  .notes:empty {
    padding: 0;
  }
  .note {
    display: grid;
    grid-template-columns: auto auto 1fr;
    gap: 8px;
    align-items: baseline;
  }
  .note cm-icon {
    align-self: center;
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  .note.info {
    grid-template-columns: auto 1fr;
  }
  .note.info cm-icon {
    color: var(--vscode-descriptionForeground);
  }
  .table {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  [role='tablist'] {
    display: flex;
    gap: 18px;
    padding: 0 20px;
    border-bottom: 1px solid var(--line);
  }
  [role='tab'] {
    min-height: 34px;
    padding: 0;
    border: none;
    border-radius: 0;
    border-bottom: 2px solid transparent;
    color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
    background: none;
  }
  [role='tab']:hover {
    color: var(--vscode-panelTitle-activeForeground, inherit);
    background: none;
  }
  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, currentColor);
    color: var(--vscode-panelTitle-activeForeground, inherit);
  }
  cm-grid {
    margin: 0 12px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    padding: 10px 20px;
    border-top: 1px solid var(--line);
  }
  .foot .dim {
    flex: 1;
  }
`;
