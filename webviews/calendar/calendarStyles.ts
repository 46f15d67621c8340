import { css } from 'lit';

export const calendarStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    height: 100%;
    min-width: 0;
    --names: minmax(90px, 220px);
    --line: var(
      --vscode-editorGroup-border,
      var(--vscode-widget-border, var(--vscode-contrastBorder, transparent))
    );
    --ground: var(--vscode-editor-background);
    --expected: var(--vscode-charts-blue);
    --warn: var(--vscode-problemsWarningIcon-foreground, var(--vscode-editorWarning-foreground));
  }
  .whole {
    grid-row: 1 / -1;
  }
  .title,
  .filter,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 14px;
    padding: 14px 16px 8px;
  }
  .title h1 {
    font-size: 1.45em;
    font-weight: 600;
    line-height: 1.2;
  }
  .week {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .week strong {
    min-width: 17ch;
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .read {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-left: auto;
  }
  .filter {
    gap: 8px;
    padding: 8px 16px;
  }
  .note {
    display: flex;
    gap: 6px;
    padding: 0 16px 8px;
  }
  .note cm-icon {
    flex: none;
    color: var(--warn);
  }
  .filter input {
    flex: 1 1 150px;
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
  .filter input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .filter .more {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-left: auto;
  }
  .chip {
    min-height: 28px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    border-radius: 14px;
    color: var(--vscode-foreground);
    background: none;
  }
  .chip:hover {
    background: var(--vscode-toolbar-hoverBackground);
  }
  .chip[aria-pressed='true'] {
    border-color: var(--expected);
    background: color-mix(in srgb, var(--expected) 18%, transparent);
  }
  .legend {
    gap: 4px 16px;
    padding: 0 16px 10px;
    font-size: 0.92em;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .legend i {
    position: static;
    width: 22px;
    height: 12px;
  }
  .rest {
    margin: 10px 16px;
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
    font-weight: 400;
  }
  .says {
    display: flex;
    flex-direction: column;
    gap: 4px;
  }
  .details dl {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 22px;
  }
  .details dl div {
    display: flex;
    gap: 6px;
  }
  .details li cm-icon,
  .details p cm-icon {
    margin-right: 5px;
    vertical-align: text-bottom;
  }
  .details .warn cm-icon {
    color: var(--warn);
  }
  .details .do {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }
  @media (max-width: 620px) {
    :host {
      --names: 96px;
    }
    .name {
      padding-left: 8px;
    }
    .day .dim {
      font-size: 0.85em;
    }
    .details {
      grid-template-columns: minmax(0, 1fr);
    }
    .title {
      padding: 10px 8px 4px;
    }
    .filter,
    .note,
    .legend {
      padding: 4px 8px;
    }
    .filter .more .label {
      display: none;
    }
    .details {
      max-height: 28vh;
      padding: 8px;
    }
    .details .do,
    .filter .more {
      justify-content: flex-start;
      margin-left: 0;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed='true'] {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .row.active .name {
      outline: 1px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
