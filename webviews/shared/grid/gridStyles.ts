import { css } from 'lit';

/** Heights in pixels; the rows' own must be fixed, since their places are computed from it. */
export const rowHeight = 28;
export const headHeight = 30;

export const gridStyles = css`
  :host {
    display: block;
    min-height: 0;
    min-width: 0;
    overflow: hidden;
  }
  .scroller {
    position: relative;
    height: 100%;
    overflow: auto;
    outline: none;
    /* Rows keep their places themselves. */
    overflow-anchor: none;
  }
  .head,
  .body {
    min-width: var(--needed-width);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    background: var(--vscode-editor-background);
  }
  .row {
    display: grid;
    grid-template-columns: var(--tracks);
    align-items: center;
    height: var(--row-height, ${rowHeight}px);
    padding: 0 8px 0 4px;
  }
  .head .row {
    height: ${headHeight}px;
    border-bottom: 1px solid
      var(--vscode-editorGroup-border, var(--vscode-widget-border, var(--vscode-contrastBorder, transparent)));
    color: var(--vscode-descriptionForeground);
    font-size: 0.92em;
    user-select: none;
  }
  .body {
    position: relative;
  }
  .rows {
    position: absolute;
    top: 0;
    left: 0;
    right: 0;
    will-change: transform;
  }
  .cell {
    min-width: 0;
    padding: 0 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .body .cell > cm-icon,
  .body .cell span cm-icon {
    margin: 0 2px;
    color: var(--tone, inherit);
    vertical-align: text-bottom;
  }
  .cell.number {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .head .cell {
    display: flex;
    align-items: center;
    gap: 4px;
    height: 100%;
  }
  .head .cell.number {
    justify-content: flex-end;
  }
  .head .cell.sortable {
    cursor: pointer;
  }
  .head .cell.sortable:hover,
  .head .cell.sorted {
    color: var(--vscode-foreground);
  }
  .head .cell span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .head cm-icon {
    font-size: 12px;
  }
  .body .row {
    cursor: default;
    user-select: none;
  }
  /* The row that the details are about, also while the keyboard is elsewhere. */
  .scroller[aria-multiselectable] .body .row.active {
    box-shadow: inset 2px 0 var(--vscode-focusBorder);
  }
  .body .row:hover {
    background: var(--vscode-list-hoverBackground);
    outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .body .row.selected {
    color: var(--vscode-list-inactiveSelectionForeground, inherit);
    background: var(--vscode-list-inactiveSelectionBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
    outline-offset: -1px;
  }
  .scroller:focus .row.selected {
    color: var(--vscode-list-activeSelectionForeground);
    background: var(--vscode-list-activeSelectionBackground);
  }
  .scroller:focus .row.selected .dim {
    color: inherit;
    opacity: 0.8;
  }
  .scroller:focus-visible .active {
    outline: 1px solid var(--vscode-list-focusOutline, var(--vscode-focusBorder));
    outline-offset: -1px;
  }
  .scroller:focus-visible .row.selected.active {
    outline-color: var(
      --vscode-list-focusAndSelectionOutline,
      var(--vscode-list-focusOutline, var(--vscode-focusBorder))
    );
  }
  .check {
    display: flex;
    justify-content: center;
    height: 100%;
    align-items: center;
  }
  .box {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 15px;
    height: 15px;
    border: 1px solid var(--vscode-checkbox-border, var(--vscode-contrastBorder, currentColor));
    border-radius: 3px;
    color: var(--vscode-checkbox-foreground);
    background: var(--vscode-checkbox-background);
  }
  .body .row:not(:hover):not(.selected):not(.active) .box {
    opacity: 0.55;
  }
  .box cm-icon {
    font-size: 13px;
  }
  .bone {
    width: 60%;
    height: 8px;
    border-radius: 4px;
    background: var(--vscode-descriptionForeground);
    opacity: 0.18;
  }
  @media (forced-colors: active) {
    .body .row.selected,
    .scroller:focus .row.selected {
      color: HighlightText;
      background: Highlight;
      forced-color-adjust: none;
    }
    .box {
      opacity: 1 !important;
      border-color: currentColor;
    }
  }
`;
