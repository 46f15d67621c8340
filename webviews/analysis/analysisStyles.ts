import { css } from 'lit';

export const analysisStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto minmax(160px, 1fr) auto;
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
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding: 14px 16px 6px;
  }
  .title h1 {
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
  }
  .title button {
    margin-left: auto;
  }
  .notes {
    padding: 0 16px 6px;
    overflow-wrap: anywhere;
  }
  .logs {
    padding: 0 16px;
    border-bottom: 1px solid var(--line);
  }
  [role='tablist'] {
    overflow-x: auto;
  }
  .found {
    min-height: 0;
    padding: 10px 16px 6px;
  }
  .path {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .findings {
    max-height: 30vh;
    margin: 6px 0;
    overflow: auto;
  }
  .findings li,
  .unknown li {
    display: flex;
    gap: 7px;
    padding: 3px 0;
    overflow-wrap: anywhere;
  }
  .icon {
    flex: none;
    margin-right: 4px;
    color: var(--tone);
  }
  .findings .icon {
    margin: 0;
  }
  .none {
    padding: 8px 0;
  }
  .place {
    margin-left: 6px;
    font-family: var(--vscode-editor-font-family);
    font-size: 0.92em;
  }
  .unknown summary {
    cursor: pointer;
  }
  .unknown ul {
    max-height: 22vh;
    overflow: auto;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 6px 16px 8px;
    border-top: 1px solid var(--line);
  }
  .filter input {
    flex: 1 1 160px;
    max-width: 300px;
    min-width: 0;
    min-height: 28px;
    padding: 3px 8px;
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    font: inherit;
  }
  .filter .chip[aria-pressed='true'] {
    color: var(--vscode-button-foreground);
    background: var(--vscode-button-background);
  }
  .filter .matches {
    margin-left: auto;
  }
  .rows {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
  }
  .rests {
    min-height: 33px;
    padding: 6px 16px;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .filter .chip[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
