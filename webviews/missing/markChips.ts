import { LitElement, html, nothing } from 'lit';
import type { MissingState } from '../../extension/protocol/missingPage';
import { utcText } from '../shared/age';
import { countText } from '../shared/count';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import { CmTally } from './tallyChips';
import { texts } from './texts';

/** Fields of the filter that marks are found by. */
export type MarkField = 'acknowledged' | 'new' | 'flapping';

/** What is set aside, new or comes and goes: numbers that are also filters. */
export class CmMarks extends LitElement {
  static override readonly properties = {
    state: { attribute: false },
    pressed: { attribute: false },
  };
  static override readonly styles = CmTally.styles;

  declare state: MissingState;
  /** Fields that the filter asks for. */
  declare pressed: readonly MarkField[];
  declare toggle: (field: MarkField) => void;

  protected override render(): unknown {
    const { tally, marked } = this.state;
    if (tally === undefined || marked === undefined) return nothing;
    const { isNew, isFlapping, comparedWith } = marked;
    const newHint = comparedWith === undefined ? '' : texts.markHints.new(utcText(comparedWith));
    return html`${comparedWith === undefined ? nothing : this.chip('new', 'diff-added', isNew, newHint)}
    ${this.chip('flapping', 'pulse', isFlapping, texts.markHints.flapping)}
    ${this.chip('acknowledged', 'bell-slash', tally.acknowledged, texts.markHints.acknowledged)}`;
  }

  /** What there is none of needs no room; "0 new" is news. */
  private chip(field: MarkField, icon: IconName, count: number, hint: string): unknown {
    const pressed = this.pressed.includes(field);
    if (count === 0 && !pressed && field !== 'new') return nothing;
    return html`<button
      class="tone-unknown ${count === 0 ? 'none' : ''}"
      aria-pressed=${String(pressed)}
      title=${hint}
      @click=${() => this.toggle(field)}
    >
      <cm-icon name=${icon}></cm-icon>
      <span><strong>${countText(count)}</strong> ${texts.marks[field]}</span>
    </button>`;
  }
}

customElements.define('cm-marks', CmMarks);
