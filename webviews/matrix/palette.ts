import {
  cellClass,
  cellClasses,
  cellOf,
  isShown,
  shownBit,
  type CellClass,
} from '../../extension/core/matrix/cell';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The theme's colours as a canvas takes them. */
export interface Palette {
  /** By byte of a cell, as ImageData holds it. */
  readonly pixels: Uint32Array;
  /** Of each class, and of an icon on it. */
  readonly fill: Readonly<Record<CellClass, string>>;
  readonly icon: Readonly<Record<CellClass, string>>;
  readonly background: string;
  readonly text: string;
  readonly dimText: string;
  readonly line: string;
  readonly cursor: string;
  readonly region: string;
}

/** The theme's variables for each class (shared/tones.ts), and how much of the colour a cell takes. */
const tones: Readonly<Record<CellClass, { readonly variables: readonly string[]; readonly share: number }>> =
  {
    problems: { variables: ['--vscode-problemsErrorIcon-foreground', '--vscode-errorForeground'], share: 1 },
    ask: {
      variables: ['--vscode-problemsWarningIcon-foreground', '--vscode-editorWarning-foreground'],
      share: 0.9,
    },
    running: { variables: ['--vscode-charts-blue'], share: 0.85 },
    stale: { variables: ['--vscode-charts-yellow'], share: 0.7 },
    unknown: { variables: ['--vscode-descriptionForeground'], share: 0.55 },
    open: { variables: ['--vscode-descriptionForeground'], share: 0.2 },
    // What is in order is most of a site, and stands back.
    validated: { variables: ['--vscode-testing-iconPassed', '--vscode-charts-green'], share: 0.42 },
    nothing: { variables: ['--vscode-disabledForeground'], share: 0.22 },
  };
/** Of what the filter does not show. */
const dimShare = 0.07;

/** @param read a variable of the theme; '' for one that it does not set */
export const makePalette = (read: (variable: string) => string, rgbOf: (css: string) => Rgb): Palette => {
  const colour = (...variables: readonly string[]): Rgb =>
    rgbOf(variables.map(read).find((value) => value !== '') ?? 'gray');
  const background = colour('--vscode-editor-background');
  const text = colour('--vscode-foreground');
  const filled = (of: CellClass): Rgb => mix(colour(...tones[of].variables), background, tones[of].share);
  const byClass = <T>(make: (of: CellClass) => T): Readonly<Record<CellClass, T>> =>
    Object.fromEntries(cellClasses.map((of) => [of, make(of)])) as Record<CellClass, T>;
  const dim = mix(text, background, dimShare);
  const fills = byClass(filled);
  return {
    pixels: Uint32Array.from({ length: 2 * shownBit }, (_, byte) => {
      const found = cellClass(cellOf(byte));
      return found === undefined ? 0 : pixel(isShown(byte) ? fills[found] : dim);
    }),
    fill: byClass((of) => cssOf(fills[of])),
    icon: byClass((of) => (luminance(fills[of]) > 0.18 ? 'black' : 'white')),
    background: cssOf(background),
    text: cssOf(text),
    dimText: cssOf(colour('--vscode-descriptionForeground')),
    line: cssOf(background),
    cursor: cssOf(colour('--vscode-focusBorder', '--vscode-foreground')),
    region: cssOf(text),
  };
};

const mix = (front: Rgb, back: Rgb, share: number): Rgb => {
  const part = (place: 0 | 1 | 2): number => Math.round(front[place] * share + back[place] * (1 - share));
  return [part(0), part(1), part(2)];
};

/** Opaque, in the byte order of every machine that VS Code runs on. */
const pixel = ([red, green, blue]: Rgb): number => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

const cssOf = ([red, green, blue]: Rgb): string => `rgb(${red} ${green} ${blue})`;

/** Relative luminance, from 0 to 1 (WCAG). */
const luminance = ([red, green, blue]: Rgb): number => {
  const part = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
};
