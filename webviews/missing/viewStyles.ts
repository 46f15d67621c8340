import { css } from 'lit';

export const viewStyles = css`
  :host {
    display: grid;
    grid-template:
      'head head head' auto
      'filter filter filter' auto
      'facets rows details' minmax(0, 1fr)
      'actions actions actions' auto
      / auto minmax(0, 1fr) auto;
    height: 100%;
    min-width: 0;
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
    gap: 4px;
    margin-left: auto;
  }
  .tallies {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 16px 12px;
  }
  .limits {
    display: flex;
    gap: 8px;
    margin: 0;
    padding: 0 16px 10px;
    color: var(--vscode-descriptionForeground);
  }
  cm-progress {
    margin-top: -2px;
  }
  .filter {
    grid-area: filter;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto auto;
    align-items: start;
    gap: 8px;
    padding: 8px 16px;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  .filter button.plain {
    min-height: 28px;
  }
  .filter .matches {
    min-width: 7ch;
    line-height: 28px;
    text-align: right;
  }
  cm-facets {
    grid-area: facets;
    width: 224px;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
    border-right: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  .rows {
    grid-area: rows;
    display: grid;
    min-width: 0;
    min-height: 0;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  cm-details {
    grid-area: details;
    width: 300px;
    border-top: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
    border-left: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
  }
  cm-actions {
    grid-area: actions;
  }
  /* Too narrow for three columns: the details go below the rows. */
  @media (max-width: 1000px) {
    :host {
      grid-template:
        'head head' auto
        'filter filter' auto
        'facets rows' minmax(0, 1fr)
        'details details' auto
        'actions actions' auto
        / auto minmax(0, 1fr);
    }
    cm-details {
      width: auto;
      height: min(240px, 30vh);
      border-left: none;
    }
  }
  @media (max-width: 620px) {
    cm-facets {
      width: 160px;
    }
  }
`;
