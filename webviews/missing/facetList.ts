import { LitElement, css, html, nothing } from 'lit';
import type { Filter } from '../../extension/core/filter/filter';
import { listedValues } from '../../extension/core/filter/toggleValue';
import { foldText } from '../../extension/core/filter/pattern';
import type { Facet } from '../../extension/core/reconcile/findingRow';
import { impactLevels } from '../../extension/core/impact/impactLevel';
import { verdicts } from '../../extension/core/reconcile/verdict';
import { ArrowKeys } from '../shared/arrowKeys';
import { controls } from '../shared/controls';
import { countText } from '../shared/count';
import '../shared/icon';
import { impactLabels } from '../shared/impactTexts';
import { tones } from '../shared/tones';
import { toneIcons, toneOf } from '../shared/verdictChip';
import { verdictLabels } from '../shared/verdictTexts';
import { texts } from './texts';

const fewest = 8;

export type FacetField = Facet['field'];
type FacetValue = Facet['values'][number];

/** How many rows each value would show; a click adds the value to the filter or takes it away. */
export class CmFacets extends LitElement {
  static override readonly properties = {
    facets: { attribute: false },
    filter: { attribute: false },
    opened: { state: true },
  };
  static override readonly styles = [
    controls,
    tones,
    css`
      :host {
        display: block;
        overflow: auto;
        padding: 4px 6px 16px 10px;
      }
      h2 {
        padding: 10px 8px 4px;
        color: var(--vscode-descriptionForeground);
        font-size: 0.85em;
        font-weight: 600;
        letter-spacing: 0.04em;
        text-transform: uppercase;
      }
      button.value {
        justify-content: flex-start;
        gap: 7px;
        width: 100%;
        min-height: 24px;
        padding: 2px 8px;
        border: 1px solid transparent;
        color: inherit;
        background: none;
        text-align: left;
      }
      button.value:hover {
        background: var(--vscode-list-hoverBackground);
        outline: 1px dashed var(--vscode-contrastActiveBorder, transparent);
      }
      button.value[aria-pressed='true'] {
        color: var(--vscode-list-inactiveSelectionForeground, inherit);
        background: var(--vscode-list-inactiveSelectionBackground);
        outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
      }
      button.value span:not(.count) {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      button.value cm-icon {
        font-size: 14px;
        color: var(--tone, var(--vscode-icon-foreground));
      }
      button.value cm-icon.pressed {
        color: inherit;
      }
      .count {
        color: var(--vscode-descriptionForeground);
        font-variant-numeric: tabular-nums;
      }
      button.link {
        margin: 3px 8px;
        font-size: 0.92em;
      }
      @media (forced-colors: active) {
        button.value {
          border-color: Canvas;
        }
        button.value[aria-pressed='true'] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare facets: readonly Facet[];
  /** The filter that the counts belong to. */
  declare filter: Filter;
  declare toggle: (field: FacetField, value: string) => void;
  declare private opened: ReadonlySet<FacetField>;
  private readonly keys = new ArrowKeys(this, 'section');

  constructor() {
    super();
    this.facets = [];
    this.filter = { kind: 'everything' };
    this.opened = new Set();
    this.addController(this.keys);
  }

  protected override render(): unknown {
    return this.facets.map((facet) => {
      const pressed = listedValues(this.filter, facet.field);
      const values = withPressed(facet, pressed);
      const open = this.opened.has(facet.field);
      const shown = values.filter(({ value }, place) => open || place < fewest || isListed(pressed, value));
      return values.length === 0
        ? nothing
        : html`<section
            role="group"
            aria-label=${texts.facetTitles[facet.field]}
            @keydown=${this.keys.onKey}
            @focusin=${this.keys.onFocus}
          >
            <h2>${texts.facetTitles[facet.field]}</h2>
            ${shown.map((value) => this.value(facet.field, value, isListed(pressed, value.value)))}
            ${values.length > fewest ? this.more(facet.field, values.length) : nothing}
          </section>`;
    });
  }

  private value(field: FacetField, { value, label, count }: FacetValue, pressed: boolean): unknown {
    const verdict = field === 'state' ? verdicts.find((one) => one === value) : undefined;
    const level = field === 'impact' ? impactLevels.find((one) => one === value) : undefined;
    const text =
      verdict !== undefined ? verdictLabels[verdict] : level === undefined ? label : impactLabels[level];
    return html`<button
      class="value ${verdict === undefined ? '' : `tone-${toneOf(verdict)}`}"
      aria-pressed=${String(pressed)}
      title=${text}
      @click=${() => this.toggle(field, value)}
    >
      ${verdict === undefined ? nothing : html`<cm-icon name=${toneIcons[toneOf(verdict)]}></cm-icon>`}
      <span>${text}</span>
      ${pressed ? html`<cm-icon class="pressed" name="check"></cm-icon>` : nothing}
      <span class="count">${countText(count)}</span>
    </button>`;
  }

  private more(field: FacetField, count: number): unknown {
    const open = this.opened.has(field);
    return html`<button
      class="link"
      aria-expanded=${String(open)}
      @click=${() => {
        const next = new Set(this.opened);
        if (!next.delete(field)) next.add(field);
        this.opened = next;
      }}
    >
      ${open ? texts.fewerValues : texts.moreValues(count)}
    </button>`;
  }
}

const isListed = (listed: readonly string[], value: string): boolean =>
  listed.some((one) => foldText(one) === foldText(value));

/** Pressed values that no row has (any more) are listed too, so that they can be taken away again. */
const withPressed = ({ field, values }: Facet, pressed: readonly string[]): readonly FacetValue[] => [
  ...pressed
    .filter((one) => !values.some(({ value }) => foldText(value) === foldText(one)))
    .filter((one) => field !== 'state' || verdicts.some((verdict) => verdict === one))
    .filter((one) => field !== 'impact' || impactLevels.some((level) => level === one))
    .map((value) => ({ value, label: value, count: 0 })),
  ...values,
];

customElements.define('cm-facets', CmFacets);
