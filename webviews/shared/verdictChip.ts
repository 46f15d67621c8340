import { LitElement, css, html } from 'lit';
import { tallyClass, type TallyClass } from '../../extension/core/reconcile/tally';
import { repairNeed, type Verdict } from '../../extension/core/reconcile/verdict';
import type { IconName } from './icon';
import './icon';
import { tones } from './tones';
import { verdictLabel } from './verdictTexts';

export type Tone = TallyClass | 'ask';

export const toneOf = (verdict: Verdict): Tone =>
  repairNeed(verdict) === 'ask' ? 'ask' : tallyClass(verdict);

export const toneIcons: Readonly<Record<Tone, IconName>> = {
  problems: 'error',
  ask: 'question',
  running: 'sync',
  stale: 'history',
  unknown: 'circle-outline',
  validated: 'pass',
  nothing: 'circle-slash',
  acknowledged: 'bell-slash',
};

/** A verdict as icon and word: the colour only helps. */
export class CmVerdict extends LitElement {
  static override readonly properties = { verdict: { type: String }, installed: { attribute: false } };
  static override readonly styles = [
    tones,
    css`
      :host {
        display: inline-flex;
        min-width: 0;
        vertical-align: middle;
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 5px;
        min-width: 0;
        padding: 1px 8px 1px 5px;
        border: 1px solid transparent;
        border-radius: 10px;
        line-height: 16px;
        background: color-mix(in srgb, var(--tone) 13%, transparent);
        white-space: nowrap;
      }
      .chip span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      cm-icon {
        font-size: 14px;
        color: var(--tone);
      }
      @media (forced-colors: active) {
        .chip {
          border-color: currentColor;
          background: none;
        }
      }
    `,
  ];

  declare verdict: Verdict;
  /** Whether the DP's status says installed, where that is known and matters. */
  declare installed: boolean | undefined;

  override render(): unknown {
    const tone = toneOf(this.verdict);
    return html`<span class="chip tone-${tone}"
      ><cm-icon name=${toneIcons[tone]}></cm-icon
      ><span>${verdictLabel(this.verdict, this.installed)}</span></span
    >`;
  }
}

customElements.define('cm-verdict', CmVerdict);
