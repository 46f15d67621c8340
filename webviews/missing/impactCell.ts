import { html, nothing } from 'lit';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import '../shared/icon';
import { impactLabels, impactTone } from '../shared/impactTexts';

/** What stands still while the content lacks, as a word; why is its tooltip. */
export const impactCell = ({ impact, impactReason }: FindingRow): unknown => {
  const tone = impactTone(impact);
  return html`<span class=${tone === undefined ? 'dim' : `tone-${tone}`} title=${impactReason}
    >${tone === undefined ? nothing : html`<cm-icon name="flame"></cm-icon> `}${impactLabels[impact]}</span
  >`;
};
