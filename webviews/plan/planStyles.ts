import { css } from 'lit';

export const planStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(240px, 1fr) auto auto;
    height: 100%;
    overflow: auto;
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
  .head > p {
    grid-column: 2;
  }
  .actions {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 6px;
  }
  .actions li {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px 2px 8px;
    border: 1px solid var(--line);
    border-radius: 12px;
  }
  .actions cm-icon {
    font-size: 14px;
    color: var(--vscode-icon-foreground);
  }
  .bad-count {
    color: var(--vscode-errorForeground);
    font-weight: 600;
  }
  .notes {
    display: flex;
    flex-direction: column;
    gap: 6px;
    max-height: 24vh;
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
    padding: 0 20px;
    border-bottom: 1px solid var(--line);
  }
  cm-grid {
    margin: 0 12px;
  }
  .details {
    max-height: 28vh;
    overflow: auto;
    padding: 10px 20px;
    border-top: 1px solid var(--line);
  }
  .details h2 {
    margin-bottom: 6px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .details h2 cm-icon {
    margin-right: 4px;
    vertical-align: text-bottom;
  }
  .details dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
    gap: 6px 24px;
  }
  .details dt {
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
  }
  .details dd {
    overflow-wrap: anywhere;
  }
  .foot {
    padding: 10px 20px;
    border-top: 1px solid var(--line);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
  }
  .buttons .dim {
    flex: 1;
    white-space: nowrap;
  }
  .buttons button {
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .buttons .primary {
    white-space: normal;
  }
  .typed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-bottom: 10px;
  }
  .typed cm-icon {
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  .typed label {
    flex: 1 1 220px;
  }
  .typed input {
    width: 8em;
    min-height: 26px;
    padding: 3px 8px;
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  .typed input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  @media (max-width: 500px) {
    .head,
    .notes,
    .details,
    .foot {
      padding-left: 12px;
      padding-right: 12px;
    }
    .head > cm-icon {
      display: none;
    }
    .head > h1,
    .head > p,
    .head > .actions {
      grid-column: 1 / -1;
    }
    .buttons .dim {
      flex-basis: 100%;
    }
    .notes,
    .details {
      max-height: none;
      overflow: visible;
    }
    .buttons .primary {
      flex: 1 1 100%;
    }
    [role='tablist'] {
      gap: 12px;
      padding: 0 12px;
    }
    cm-grid {
      margin: 0 4px;
    }
  }
`;
