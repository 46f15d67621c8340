import { css } from 'lit';

export const viewStyles = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
    min-width: 0;
    --line: var(
      --vscode-editorGroup-border,
      var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
    );
  }
  .whole {
    grid-row: 1 / -1;
  }
  .head {
    min-width: 0;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding: 14px 16px 10px;
  }
  .title h1 {
    min-width: 0;
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .title .read {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-left: auto;
  }
  cm-differences {
    padding: 0 16px 12px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 6px 16px;
    border-top: 1px solid var(--line);
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    cursor: pointer;
  }
  .tools input {
    margin: 0;
    accent-color: var(--vscode-focusBorder);
  }
  .tools .matches {
    margin-left: auto;
  }
  .rows {
    display: grid;
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
`;
