import { css } from 'lit';

export const libraryStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
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
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
  }
  .title .read {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-left: auto;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 16px 10px;
  }
  .chips:empty {
    display: none;
  }
  .chip {
    min-height: 28px;
    padding: 3px 12px 3px 8px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    border-radius: 14px;
    color: var(--vscode-foreground);
    background: none;
  }
  .chip:hover,
  .dp:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--tone);
    background: color-mix(in srgb, var(--tone) 16%, transparent);
  }
  .chip cm-icon,
  .dp cm-icon {
    color: var(--tone);
  }
  .chip strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .filter {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 0 16px 12px;
  }
  .filter cm-filter-box {
    flex: 1 1 200px;
    max-width: 620px;
    min-width: 0;
  }
  .filter [role='status'] {
    margin-left: auto;
    white-space: nowrap;
  }
  .body {
    display: grid;
    grid-template-columns: 250px minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .dps {
    margin: 0;
    padding: 4px 0;
    overflow: auto;
    border-right: 1px solid var(--line);
    list-style: none;
  }
  .dp {
    display: flex;
    align-items: flex-start;
    justify-content: flex-start;
    gap: 8px;
    width: 100%;
    padding: 6px 12px;
    border: none;
    border-radius: 0;
    color: var(--vscode-foreground);
    background: none;
    text-align: left;
  }
  .dp[aria-pressed='true'] {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
  }
  .dp[aria-pressed='true'] .dim,
  .dp[aria-pressed='true'] cm-icon {
    color: inherit;
  }
  .dp .says {
    display: grid;
    gap: 1px;
    min-width: 0;
  }
  .dp .says > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .dp strong {
    font-weight: 600;
  }
  .dp .note {
    font-style: italic;
  }
  .rows {
    display: grid;
    min-width: 0;
    min-height: 0;
  }
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: start;
    max-height: 34vh;
    overflow: auto;
    padding: 10px 16px 12px;
    border-top: 1px solid var(--line);
  }
  .details h2 {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .details h2 .dim {
    margin-left: 8px;
    font-weight: 400;
  }
  .details .says {
    display: flex;
    flex-direction: column;
    gap: 4px;
    max-width: 110ch;
  }
  .details ul {
    margin: 0;
    padding-left: 18px;
  }
  .details code {
    font-family: var(--vscode-editor-font-family);
    overflow-wrap: anywhere;
  }
  .details .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  @media (max-width: 760px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(0, 1fr);
    }
    .dps {
      max-height: 24vh;
      border-right: none;
      border-bottom: 1px solid var(--line);
    }
    .details {
      grid-template-columns: minmax(0, 1fr);
    }
    .details .do {
      justify-content: flex-start;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'],
    .dp[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .chip[aria-pressed='true'] cm-icon {
      color: inherit;
    }
  }
`;
