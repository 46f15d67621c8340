import { css } from 'lit';

/** Rows, days, windows and bars. */
export const gridStyles = css`
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
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -2px;
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
    background: var(--vscode-charts-red, var(--vscode-errorForeground));
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
    --tone: var(--vscode-charts-orange, var(--vscode-charts-yellow));
  }
  .bar.validation {
    --tone: var(--expected);
  }
  .bar.reconciliation {
    --tone: var(--vscode-charts-purple, var(--vscode-charts-green));
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
  @media (forced-colors: active) {
    .bar,
    .window,
    .now,
    .line {
      forced-color-adjust: none;
    }
  }
`;
