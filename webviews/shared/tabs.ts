import { css, html } from 'lit';

export interface PageTab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** Tables of one page, of which one is shown (the element with the id `table`). */
export const tabsTemplate = <Id extends string>(
  tabs: readonly PageTab<Id>[],
  shown: Id,
  show: (id: Id) => void,
): unknown =>
  html`<div role="tablist">
    ${tabs.map(
      ({ id, label }) =>
        html`<button
          role="tab"
          id=${id}
          aria-selected=${String(shown === id)}
          aria-controls="table"
          @click=${() => show(id)}
        >
          ${label}
        </button>`,
    )}
  </div>`;

export const tabStyles = css`
  [role='tablist'] {
    display: flex;
    gap: 18px;
  }
  [role='tab'] {
    min-height: 34px;
    padding: 0;
    border: none;
    border-radius: 0;
    border-bottom: 2px solid transparent;
    color: var(--vscode-panelTitle-inactiveForeground, var(--vscode-descriptionForeground));
    background: none;
  }
  [role='tab']:hover {
    color: var(--vscode-panelTitle-activeForeground, inherit);
    background: none;
  }
  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--vscode-panelTitle-activeBorder, currentColor);
    color: var(--vscode-panelTitle-activeForeground, inherit);
  }
`;
