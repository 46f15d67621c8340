import { css } from 'lit';

export const cyclesStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
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
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 0 16px 12px;
  }
  .filter input {
    flex: 1 1 180px;
    max-width: 340px;
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
  .chip cm-icon {
    color: var(--tone);
  }
  .chip strong {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .rows {
    display: grid;
    min-width: 0;
    min-height: 0;
    border-top: 1px solid var(--line);
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
  .details .says {
    display: flex;
    flex-direction: column;
    gap: 2px;
  }
  .details li cm-icon {
    color: var(--vscode-problemsWarningIcon-foreground);
    vertical-align: text-bottom;
  }
  .details .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  @media (max-width: 620px) {
    .details {
      grid-template-columns: minmax(0, 1fr);
    }
    .details .do {
      justify-content: flex-start;
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
