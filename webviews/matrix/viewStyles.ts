import { css } from 'lit';

export const viewStyles = css`
  :host {
    display: grid;
    grid-template:
      'head head' auto
      'tools tools' auto
      'map totals' minmax(0, 1fr)
      'region region' auto
      / minmax(0, 1fr) auto;
    height: 100%;
    min-width: 0;
    --edge: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  .whole {
    grid-column: 1 / -1;
    grid-row: 1 / -1;
  }
  .head {
    grid-area: head;
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
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
  }
  .title .read {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-left: auto;
  }
  .tools {
    grid-area: tools;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    align-items: start;
    gap: 8px;
    padding: 8px 16px;
    border-top: var(--edge);
  }
  .tools cm-legend {
    grid-column: 1 / -1;
  }
  .tools button.plain {
    min-height: 28px;
  }
  select {
    min-height: 28px;
    padding: 0 6px;
    border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, transparent));
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    font: inherit;
  }
  .zoom {
    display: inline-flex;
    gap: 2px;
  }
  .map {
    grid-area: map;
    display: grid;
    min-width: 0;
    min-height: 0;
    border-top: var(--edge);
  }
  cm-totals {
    grid-area: totals;
    width: 330px;
    border-top: var(--edge);
    border-left: var(--edge);
  }
  cm-region {
    grid-area: region;
  }
  /* Too narrow for two columns: the totals go below the map. */
  @media (max-width: 900px) {
    :host {
      grid-template:
        'head' auto
        'tools' auto
        'map' minmax(0, 3fr)
        'totals' auto
        'region' auto
        / minmax(0, 1fr);
    }
    cm-totals {
      width: auto;
      height: 28vh;
      border-left: none;
    }
  }
  @media (max-width: 620px) {
    .tools {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .tools cm-filter-box {
      grid-column: 1 / -1;
    }
  }
`;
