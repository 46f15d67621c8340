import { css, html, nothing } from 'lit';
import './icon';
import type { IconName } from './icon';

export const emptyStyles = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 8px;
    height: 100%;
    padding: 24px;
    text-align: center;
  }
  .empty cm-icon {
    margin-bottom: 6px;
    font-size: 40px;
    color: var(--vscode-descriptionForeground);
  }
  .empty.good cm-icon {
    color: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
  }
  .empty h2 {
    font-size: 1.25em;
    font-weight: 600;
  }
  .empty p {
    max-width: 52ch;
    color: var(--vscode-descriptionForeground);
  }
  .empty button {
    margin-top: 8px;
  }
`;

interface EmptyState {
  readonly icon: IconName;
  readonly title: string;
  readonly hints: readonly string[];
  readonly button?: { readonly label: string; readonly press: () => void };
  readonly good?: boolean;
}

/** Instead of a table: what there is not, why, and what to do. */
export const emptyTemplate = ({ icon, title, hints, button, good }: EmptyState): unknown =>
  html`<div class="empty ${good === true ? 'good' : ''}" role="status">
    <cm-icon name=${icon}></cm-icon>
    <h2>${title}</h2>
    ${hints.map((hint) => html`<p>${hint}</p>`)}
    ${button === undefined ? nothing : html`<button class="primary" @click=${button.press}>${button.label}</button>`}
  </div>`;
