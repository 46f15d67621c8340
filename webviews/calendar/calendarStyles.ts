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
    padding: 0 16px 8px;
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
  .grid {
    overflow: auto;
    min-height: 0;
    border-top: 1px solid var(--line);
  }
  .grid:focus-visible {
    outline-offset: -1px;
  }
  .row {
    display: grid;
    grid-template-columns: var(--names) minmax(420px, 1fr);
    min-height: 34px;
    border-bottom: 1px solid color-mix(in srgb, var(--vscode-foreground) 9%, transparent);
    content-visibility: auto;
    contain-intrinsic-height: 34px;
  }
  .row:not(.heads):hover .name {
    background: var(--vscode-list-hoverBackground, var(--ground));
  }
  .row.active .name {
    color: var(--vscode-list-activeSelectionForeground, inherit);
    background: var(--vscode-list-activeSelectionBackground, var(--ground));
  }
  .name {
    position: sticky;
    left: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 4px;
    min-width: 0;
    padding: 0 8px 0 16px;
    border-right: 1px solid var(--line);
    background: var(--ground);
    cursor: default;
  }
  .name .text {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name cm-icon {
    font-size: 14px;
    color: var(--vscode-descriptionForeground);
  }
  .row.active .name cm-icon {
    color: inherit;
  }
  .track {
    position: relative;
    overflow: hidden;
  }
  .heads {
    position: sticky;
    top: 0;
    z-index: 3;
    min-height: 40px;
    background: var(--ground);
    content-visibility: visible;
  }
  .day {
    position: absolute;
    top: 4px;
    width: 14.28%;
    padding-left: 6px;
    overflow: hidden;
    line-height: 1.3;
    white-space: nowrap;
  }
  .day strong {
    display: block;
    font-weight: 600;
  }
  .line,
  .now {
    position: absolute;
    top: 0;
    bottom: 0;
    width: 1px;
    background: color-mix(in srgb, var(--vscode-foreground) 12%, transparent);
  }
  .now {
    width: 2px;
    background: var(--vscode-charts-red);
  }
  .window {
    position: absolute;
    top: 0;
    bottom: 0;
    background: repeating-linear-gradient(
      135deg,
      color-mix(in srgb, var(--vscode-foreground) 20%, transparent) 0 2px,
      transparent 2px 7px
    );
  }
  .legend .window {
    border: 1px solid color-mix(in srgb, var(--vscode-foreground) 30%, transparent);
  }
  .bar {
    position: absolute;
    top: 6px;
    height: 21px;
    min-width: 5px;
    overflow: hidden;
    border: 1px solid var(--tone);
    border-radius: 4px;
    background: color-mix(in srgb, var(--tone) 42%, var(--ground));
    cursor: pointer;
  }
  .bar.expected {
    --tone: var(--expected);
  }
  .bar.underWay {
    --tone: var(--vscode-charts-yellow);
  }
  .bar.past {
    --tone: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
    background: color-mix(in srgb, var(--tone) 16%, var(--ground));
  }
  .bar.cleanup {
    --tone: var(--vscode-charts-orange);
  }
  .bar.validation {
    --tone: var(--expected);
  }
  .bar.reconciliation {
    --tone: var(--vscode-charts-purple);
  }
  .bar.suggested {
    top: 20px;
    height: 10px;
    border-radius: 3px;
    background: var(--tone);
  }
  .legend .bar.suggested {
    height: 8px;
  }
  .row:has(.suggested) .due {
    top: 4px;
    height: 13px;
  }
  .bar.open.due {
    border-right-style: dashed;
    mask-image: linear-gradient(90deg, #000 60%, transparent);
  }
  .bar.overlap {
    --tone: var(--warn);
    mask-image: none;
  }
  .bar cm-icon {
    display: block;
    margin: 2px 1px;
    font-size: 14px;
    color: var(--vscode-foreground);
  }
  .row:has(.suggested) .due cm-icon {
    margin: -1px 1px;
    font-size: 12px;
  }
  .bar.active {
    outline: 2px solid var(--vscode-focusBorder);
    outline-offset: 1px;
    mask-image: none;
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
    .details .do,
    .filter .more {
      justify-content: flex-start;
      margin-left: 0;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .window,
    .now,
    .line {
      forced-color-adjust: none;
    }
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
