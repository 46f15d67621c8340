import { html, nothing } from 'lit';
import type { PairMarks } from '../../extension/core/reconcile/pairMarks';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { texts } from './texts';

/** Small signs before a row's name, each with its word for who cannot see it. */
export const rowMarks = (marks: PairMarks | undefined | null): unknown =>
  marks === undefined || marks === null
    ? nothing
    : html`${marks.isNew ? sign('diff-added', 'tone-problems', texts.rowMarks.isNew) : nothing}${
        marks.isFlapping ? sign('pulse', 'tone-ask', texts.rowMarks.isFlapping) : nothing
      }${
        marks.acknowledged === 'no'
          ? nothing
          : sign('bell-slash', 'tone-acknowledged', texts.rowMarks[marks.acknowledged])
      }`;

const sign = (icon: IconName, tone: string, words: string): unknown =>
  html`<span class=${`mark ${tone}`} title=${words}
    ><cm-icon name=${icon}></cm-icon><span class="hidden-text">${words}. </span></span
  >`;
