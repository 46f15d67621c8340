import { LitElement, css, html } from 'lit';

/** Code points of the codicon font, by its own names. */
const glyphs = {
  archive: 'ea98',
  'arrow-down': 'ea9a',
  'arrow-up': 'eaa1',
  bookmark: 'eaa5',
  bell: 'eaa2',
  'bell-slash': 'ec08',
  check: 'eab2',
  'chevron-up': 'eab7',
  'circle-filled': 'ea71',
  eye: 'ea70',
  files: 'eaf0',
  fold: 'eaf5',
  'fold-down': 'eaf3',
  calendar: 'eab0',
  checklist: 'eab3',
  'chevron-down': 'eab4',
  'chevron-left': 'eab5',
  'chevron-right': 'eab6',
  'circle-outline': 'eabc',
  'circle-slash': 'eabd',
  close: 'ea76',
  copy: 'ebcc',
  dash: 'eacc',
  'debug-pause': 'ead1',
  'debug-stop': 'ead7',
  'diff-added': 'eadc',
  discard: 'eae2',
  error: 'ea87',
  'git-compare': 'eafd',
  flame: 'eaf2',
  'go-to-file': 'ea94',
  globe: 'eb01',
  settings: 'eb51',
  export: 'ebac',
  'graph-line': 'ebe2',
  history: 'ea82',
  info: 'ea74',
  'layout-sidebar-left': 'ebf3',
  'layout-sidebar-right': 'ebf4',
  lightbulb: 'ea61',
  loading: 'eb19',
  package: 'eb29',
  pass: 'eba4',
  play: 'eb2c',
  plug: 'eb2d',
  pulse: 'eb31',
  question: 'eb32',
  refresh: 'eb37',
  search: 'ea6d',
  send: 'ec0f',
  server: 'eb50',
  'stop-circle': 'eba5',
  sync: 'ea77',
  table: 'ebb7',
  trash: 'ea81',
  warning: 'ea6c',
  watch: 'eb7c',
  'file-code': 'eae9',
  save: 'eb4b',
  shield: 'eb53',
  wrench: 'eb65',
  'zoom-in': 'eb81',
  'zoom-out': 'eb82',
  'screen-full': 'eb4c',
} as const;

export type IconName = keyof typeof glyphs;

/** The character of an icon in the font `codicon`, for what is drawn and not written. */
export const iconCharacter = (name: IconName): string => String.fromCodePoint(parseInt(glyphs[name], 16));

/** One codicon. Decoration only: what it says stands beside it as a word. */
export class CmIcon extends LitElement {
  static override readonly properties = { name: { type: String } };
  static override readonly styles = css`
    :host {
      display: inline-block;
      flex: none;
      width: 1em;
      font: normal 16px/1 codicon;
      text-align: center;
      -webkit-font-smoothing: antialiased;
      user-select: none;
      speak: never;
    }
    :host([name='loading']) {
      animation: turn 1.5s steps(30) infinite;
    }
    @keyframes turn {
      to {
        transform: rotate(1turn);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      :host([name='loading']) {
        animation: none;
      }
    }
  `;

  declare name: IconName;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  override render(): unknown {
    return html`${iconCharacter(this.name)}`;
  }
}

customElements.define('cm-icon', CmIcon);
