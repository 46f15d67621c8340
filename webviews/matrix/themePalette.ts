import { makePalette, type Palette, type Rgb } from './palette';

/** The palette of the theme that the page has now. */
export const themePalette = (): Palette => {
  const style = getComputedStyle(document.documentElement);
  const probe = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  return makePalette(
    (variable) => style.getPropertyValue(variable).trim(),
    (css) => (probe === null ? [128, 128, 128] : rgbOf(css, probe)),
  );
};

/** Calls `changed` when VS Code gives the page another theme; the result ends it. */
export const onThemeChange = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  return () => observer.disconnect();
};

/** Whatever way a theme writes a colour, a canvas understands it. */
const rgbOf = (css: string, probe: CanvasRenderingContext2D): Rgb => {
  probe.clearRect(0, 0, 1, 1);
  probe.fillStyle = css;
  probe.fillRect(0, 0, 1, 1);
  const [red = 128, green = 128, blue = 128] = probe.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
};
