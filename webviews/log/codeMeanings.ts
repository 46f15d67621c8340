import { css, html, nothing } from 'lit';
import type { DecodedError } from '../../extension/core/logs/errors/decode';
import { texts } from './texts';

export const codeStyles = css`
  .codes {
    min-width: 0;
    margin: 0;
    padding: 0 12px 8px;
  }
  .codes dt {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .codes dt span {
    font-weight: normal;
    color: var(--vscode-descriptionForeground);
  }
  .codes dd {
    margin: 0 0 6px;
    padding: 0;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .codes p {
    padding: 0;
    color: inherit;
  }
  .codes em {
    font-style: normal;
    color: var(--vscode-descriptionForeground);
  }
  .codes a {
    color: var(--vscode-textLink-foreground);
  }
`;

/** What the error codes of a record mean, what leads to them, and what to do next. */
export const codesTemplate = (errors: readonly DecodedError[]): unknown =>
  errors.length === 0
    ? nothing
    : html`<dl class="codes" aria-label=${texts.codes}>${errors.map(codeTemplate)}</dl>`;

const codeTemplate = ({ code, name, family, wraps, meaning, cause, next, source }: DecodedError): unknown =>
  html`<dt>${code} ${name} <span>${wraps ?? family}</span></dt>
    <dd>
      <p>${sentence(meaning)}</p>
      ${labelled(texts.cause, cause)} ${labelled(texts.next, next)}
      ${source === undefined ? nothing : html`<a href=${source}>${texts.documented}</a>`}
    </dd>`;

const labelled = (label: string, text: string | undefined): unknown =>
  text === undefined ? nothing : html`<p><em>${label}</em> ${sentence(text)}</p>`;

/** The tables have neither a capital nor a full stop. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
