import { css } from 'lit';

export const cleanupStyles = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
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
  .title,
  .log {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding: 14px 16px 6px;
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
  .log {
    align-items: center;
    gap: 4px 16px;
    padding: 0 16px 8px;
  }
  .log .name {
    min-width: 0;
    max-width: 100%;
  }
  .log .name span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  [class*='tone-'] > cm-icon {
    color: var(--tone);
    vertical-align: text-bottom;
  }
  .tabs {
    padding: 0 16px;
    border-bottom: 1px solid var(--line);
  }
  [role='tablist'] {
    overflow-x: auto;
  }
  .table {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .items {
    display: grid;
    grid-template: auto minmax(96px, 1fr) auto auto / minmax(0, 1fr);
    min-height: 0;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 16px;
  }
  .filter input {
    flex: 1 1 160px;
    max-width: 280px;
    min-width: 0;
    min-height: 28px;
    padding: 3px 8px;
    border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent));
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
    font: inherit;
  }
  .filter input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .filter .matches {
    margin-left: auto;
  }
  .chip {
    min-height: 28px;
    padding: 3px 12px 3px 8px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    border-radius: 14px;
    color: var(--vscode-foreground);
    background: none;
  }
  .chip:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--tone);
    background: color-mix(in srgb, var(--tone) 16%, transparent);
  }
  .chip strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .chip .size {
    margin-left: 4px;
  }
  .rows {
    display: grid;
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .selection {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-top: 1px solid var(--line);
  }
  .details,
  .next {
    max-height: 30vh;
    overflow: auto;
    padding: 10px 16px;
    border-top: 1px solid var(--line);
  }
  .details {
    max-height: 22vh;
  }
  .details h2,
  .pane h2 {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .details p {
    overflow-wrap: anywhere;
  }
  .next {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 8px 20px;
    align-items: start;
    background: var(--vscode-sideBar-background, transparent);
  }
  .next li,
  .details li {
    position: relative;
    padding-left: 14px;
    overflow-wrap: anywhere;
  }
  .next li::before,
  .details li::before {
    content: '•';
    position: absolute;
    left: 2px;
    color: var(--vscode-descriptionForeground);
  }
  .next .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  .pane {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-height: 0;
    overflow: auto;
    padding: 12px 16px;
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 26px;
    cursor: pointer;
  }
  .check input {
    margin: 0;
    accent-color: var(--vscode-focusBorder);
  }
  .raw {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .raw li {
    display: grid;
    grid-template-columns: 56px minmax(0, 1fr);
    gap: 10px;
    padding: 2px 0;
  }
  .raw li > .dim {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .raw code {
    font-family: var(--vscode-editor-font-family);
    overflow-wrap: anywhere;
  }
  .conditions li {
    display: flex;
    gap: 8px;
    padding: 4px 0;
    overflow-wrap: anywhere;
  }
  .conditions strong {
    margin-right: 6px;
    font-weight: 600;
  }
  @media (max-width: 620px) {
    .next {
      grid-template-columns: minmax(0, 1fr);
      max-height: 38vh;
    }
    .next .do {
      justify-content: flex-start;
    }
    .filter .matches {
      margin-left: 0;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .chip[aria-pressed='true'] cm-icon {
      color: inherit;
    }
  }
`;
