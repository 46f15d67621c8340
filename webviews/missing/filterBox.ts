import { LitElement, html, nothing } from 'lit';
import type { FilterFields } from '../../extension/core/filter/filterField';
import { findingFields } from '../../extension/core/filter/findingFields';
import type { FilterError } from '../../extension/core/filter/filterError';
import { suggest, type Suggestion } from '../../extension/core/filter/suggest';
import { controls } from '../shared/controls';
import '../shared/icon';
import { filterBoxStyles } from './filterBoxStyles';
import { texts } from './texts';

/** Time after the last key before the filter is applied, milliseconds. */
const pause = 180;
const mostSuggestions = 9;

/** The filter's text with suggestions at the caret, and what is wrong with it. */
export class CmFilterBox extends LitElement {
  static override readonly properties = {
    text: { attribute: false },
    error: { attribute: false },
    fields: { attribute: false },
    hint: { attribute: false },
    suggestions: { state: true },
    chosen: { state: true },
  };
  static override readonly styles = [controls, filterBoxStyles];

  declare text: string;
  declare error: FilterError | undefined;
  declare fields: FilterFields;
  /** What it can be asked for. */
  declare hint: string;
  /** Takes a text once typing pauses. */
  declare apply: (text: string) => void;
  /** Offers the saved filters; undefined: there are none of this page. */
  declare pick: (() => void) | undefined;
  declare valuesOf: (field: string) => readonly string[];
  declare private suggestions: readonly Suggestion[];
  declare private chosen: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = '';
    this.fields = findingFields;
    this.hint = texts.filterHint;
    this.suggestions = [];
    this.chosen = -1;
  }

  override focus(): void {
    this.input?.focus();
  }

  protected override render(): unknown {
    const open = this.suggestions.length > 0;
    // What is being typed is not wrong yet.
    const error = open ? undefined : this.error;
    return html`<div class="field ${error === undefined ? '' : 'wrong'}">
        <cm-icon name="search"></cm-icon>
        <input
          type="text"
          role="combobox"
          spellcheck="false"
          autocomplete="off"
          aria-label=${texts.filterLabel}
          aria-autocomplete="list"
          aria-expanded=${String(open)}
          aria-controls="suggestions"
          aria-activedescendant=${open && this.chosen >= 0 ? `s${this.chosen}` : nothing}
          aria-invalid=${String(error !== undefined)}
          aria-describedby=${error === undefined ? nothing : 'error'}
          placeholder=${this.hint}
          title=${this.hint}
          .value=${this.text}
          @input=${this.onInput}
          @keydown=${this.onKey}
          @click=${this.offer}
          @blur=${this.hide}
        />
        ${
          this.text === ''
            ? nothing
            : html`<button
                class="plain"
                title=${texts.clearFilter}
                aria-label=${texts.clearFilter}
                @click=${this.clear}
              >
                <cm-icon name="close"></cm-icon>
              </button>`
        }
        ${
          this.pick === undefined
            ? nothing
            : html`<button
                class="plain"
                title=${texts.savedFilters}
                aria-label=${texts.savedFilters}
                @click=${this.pick}
              >
                <cm-icon name="bookmark"></cm-icon>
              </button>`
        }
      </div>
      <ul class="list" id="suggestions" role="listbox" aria-label=${texts.suggestions} ?hidden=${!open}>
        ${this.suggestions.map((one, index) => this.suggestionItem(one, index))}
      </ul>
      ${error === undefined ? nothing : this.errorText(error)}`;
  }

  private suggestionItem({ text, about }: Suggestion, index: number): unknown {
    return html`<li
      id="s${index}"
      role="option"
      aria-selected=${String(index === this.chosen)}
      @mousedown=${(event: Event) => {
        event.preventDefault();
        this.take(index);
      }}
    >
      <span>${text}</span><span class="dim">${about}</span>
    </li>`;
  }

  private errorText({ problem, hint, start, end }: FilterError): unknown {
    const wrong = this.text.slice(start, end);
    return html`<div class="error" id="error" role="alert">
      ${
        wrong.trim() === ''
          ? nothing
          : html`<code>${this.text.slice(0, start)}<mark>${wrong}</mark>${this.text.slice(end)}</code><br />`
      }
      <strong>${problem}</strong> ${hint}
    </div>`;
  }

  private get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  private readonly onInput = (): void => {
    this.text = this.input?.value ?? '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(this.text), pause);
    this.offer();
  };

  private readonly offer = (): void => {
    const caret = this.input?.selectionStart ?? this.text.length;
    const found = suggest(this.text, caret, this.fields, this.valuesOf);
    const useful = found.filter(({ start, text }) => text !== this.text.slice(start, caret));
    this.suggestions = useful.length === found.length ? useful.slice(0, mostSuggestions) : [];
    this.chosen = -1;
  };

  private readonly hide = (): void => {
    this.suggestions = [];
    this.chosen = -1;
  };

  private readonly clear = (): void => {
    this.set('', 0);
    this.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const count = this.suggestions.length;
    if (event.key === 'ArrowDown' && event.altKey) {
      this.hide();
      this.pick?.();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (count === 0) this.offer();
      else this.chosen = cycle(this.chosen + (event.key === 'ArrowDown' ? 1 : -1), count);
    } else if (event.key === 'Escape' && count > 0) this.hide();
    else if ((event.key === 'Enter' || event.key === 'Tab') && this.chosen >= 0) this.take(this.chosen);
    else if (event.key === 'Enter') {
      this.hide();
      clearTimeout(this.timer);
      this.apply(this.text);
    } else return;
    event.preventDefault();
  };

  private take(index: number): void {
    const one = this.suggestions[index];
    if (one === undefined) return;
    const caret = this.input?.selectionStart ?? this.text.length;
    // A field goes on with its value, a value ends its term.
    const goesOn = /[:<>=]$/.test(one.text);
    const text = this.text.slice(0, one.start) + one.text + (goesOn ? '' : ' ');
    this.set(text + this.text.slice(caret).trimStart(), text.length);
    if (goesOn) this.offer();
  }

  private set(text: string, caret: number): void {
    this.text = text;
    if (this.input !== null) {
      this.input.value = text;
      this.input.setSelectionRange(caret, caret);
    }
    this.hide();
    clearTimeout(this.timer);
    this.apply(text);
  }
}

const cycle = (index: number, count: number): number =>
  index < -1 ? count - 1 : index >= count ? 0 : index < 0 ? count - 1 : index;

customElements.define('cm-filter-box', CmFilterBox);
