import { css } from 'lit';

export const runStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto auto minmax(0, 1fr) auto;
    height: 100%;
    --line: var(
      --vscode-editorGroup-border,
      var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
    );
  }
  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 6px 14px;
    padding: 18px 20px 10px;
  }
  .head > cm-icon {
    align-self: start;
    margin-top: 2px;
    font-size: 26px;
    width: 1em;
    color: var(--vscode-icon-foreground);
  }
  .head > cm-icon.good {
    color: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
  }
  .head > cm-icon.warn {
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  h1 {
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.3;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    min-height: 1.4em;
    color: var(--vscode-descriptionForeground);
  }
  .facts span:first-child {
    color: var(--vscode-foreground);
  }
  .cause {
    margin-top: 4px;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-self: start;
  }
  .whole {
    grid-column: 1 / -1;
    margin-top: 6px;
    --bar-height: 8px;
  }
  .by {
    grid-column: 1 / -1;
    font-size: 0.92em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 6px;
    padding: 0 14px 8px;
  }
  .chip {
    color: var(--vscode-foreground);
  }
  .chip cm-icon,
  .standing cm-icon {
    font-size: 14px;
    color: var(--tone);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 18px;
    padding: 0 20px;
    border-bottom: 1px solid var(--line);
    border-top: 1px solid var(--line);
  }
  .only {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  cm-grid {
    margin: 0 12px;
  }
  .details {
    max-height: 32vh;
    overflow: auto;
    padding: 10px 20px 14px;
    border-top: 1px solid var(--line);
  }
  .details h2 {
    font-weight: 600;
  }
  .details li {
    overflow-wrap: anywhere;
  }
  .details li cm-icon {
    color: var(--vscode-problemsErrorIcon-foreground, var(--vscode-errorForeground));
    vertical-align: text-bottom;
  }
  @media (max-width: 560px) {
    .head {
      grid-template-columns: auto minmax(0, 1fr);
      padding: 12px 14px 8px;
    }
    .buttons {
      grid-column: 1 / -1;
    }
    .bar {
      padding: 0 14px;
    }
    .chips {
      padding: 0 9px 6px;
    }
  }
`;
