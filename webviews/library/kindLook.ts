import { html } from 'lit';
import type { MismatchKind } from '../../extension/core/library/mismatch';
import { mismatchWords } from '../../extension/core/library/mismatchWords';
import '../shared/icon';
import { toneIcons, type Tone } from '../shared/verdictChip';

export const toneOfKind: Readonly<Record<MismatchKind, Tone>> = {
  onlyInWmi: 'problems',
  onlyInPkgLib: 'problems',
  notThere: 'problems',
  filesMissing: 'problems',
  damaged: 'ask',
  notTargeted: 'stale',
  unknown: 'unknown',
  inFlight: 'running',
};

/** A kind as icon and word: the colour only helps. */
export const kindTemplate = (kind: MismatchKind): unknown =>
  html`<span class="tone-${toneOfKind[kind]}" title=${mismatchWords[kind].about}
    ><cm-icon name=${toneIcons[toneOfKind[kind]]}></cm-icon> ${mismatchWords[kind].label}</span
  >`;
