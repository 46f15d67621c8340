import { html, nothing } from 'lit';
import '../shared/icon';
import type { LogModel } from './logModel';
import { texts } from './texts';
import { elapsedText } from './timeTexts';

/** What the selected rows amount to. */
export const footTemplate = ({ measure }: LogModel, copy: () => void): unknown => {
  if (measure === undefined) return nothing;
  const { records, errors, warnings, first, last } = measure;
  return html`<div class="foot" role="status">
    <span class="number">${texts.selected(records)}</span>
    ${
      first === undefined || last === undefined
        ? nothing
        : html`<strong class="number">${texts.elapsed(elapsedText(last - first))}</strong>`
    }
    ${errors === 0 ? nothing : html`<span class="number">${texts.errors(errors)}</span>`}
    ${warnings === 0 ? nothing : html`<span class="number">${texts.warnings(warnings)}</span>`}
    <button class="plain" @click=${copy}><cm-icon name="copy"></cm-icon>${texts.copy}</button>
  </div>`;
};
