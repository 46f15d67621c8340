import { css } from 'lit';

export const historyStyles = css`
  :host {
    display: grid;
    grid-template:
      'head head' auto
      'charts charts' auto
      'snapshots changes' minmax(0, 1fr)
      / min(36vw, 420px) minmax(0, 1fr);
    height: 100%;
    --line: var(
      --vscode-editorGroup-border,
      var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
    );
  }
  .whole {
    grid-column: 1 / -1;
    grid-row: 1 / -1;
  }
  .whole-rest {
    grid-column: 1 / -1;
    grid-row: 2 / -1;
  }
  .head {
    grid-area: head;
    min-width: 0;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 14px;
    padding: 14px 16px 10px;
  }
  h1 {
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  select {
    min-width: 0;
    max-width: 32ch;
    min-height: 26px;
    padding: 2px 4px;
    border: 1px solid var(--vscode-input-border, transparent);
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    font: inherit;
  }
  .kept {
    margin-left: auto;
  }
  .charts {
    grid-area: charts;
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 8px 24px;
    padding: 0 16px 12px;
  }
  .pane {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .snapshots {
    grid-area: snapshots;
    border-right: 1px solid var(--line);
  }
  .changes {
    grid-area: changes;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    min-height: 42px;
    padding: 6px 16px;
  }
  h2 {
    font-weight: 600;
  }
  .bar button {
    border-radius: 14px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    color: var(--vscode-foreground);
    background: none;
  }
  .bar button:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .bar button[aria-pressed='true'] {
    border-color: var(--tone);
    background: color-mix(in srgb, var(--tone) 16%, transparent);
  }
  .bar button cm-icon {
    color: var(--tone);
  }
  .bar strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  cm-grid {
    margin: 0 8px;
  }
  /* Too narrow for two columns: the snapshots go above what changed, and the page scrolls when it is low too. */
  @media (max-width: 760px) {
    :host {
      grid-template:
        'head' auto
        'charts' auto
        'snapshots' 190px
        'changes' minmax(280px, 1fr)
        / minmax(0, 1fr);
      overflow: auto;
    }
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
    .snapshots {
      border-right: none;
    }
    .kept {
      margin-left: 0;
    }
  }
`;
