// @ts-check
// Runs in the page: how well its texts stand out (WCAG 2.2, contrast minimum).

/** @typedef {readonly [number, number, number, number]} Colour red, green, blue: 0-255, alpha: 0-1 */

/**
 * Texts with less contrast than asked; controls that are switched off do not count.
 * @param {number} least
 * @returns {string[]}
 */
function cmFaintTexts(least) {
  /** @type {Set<string>} */
  const faint = new Set();
  for (const { element, text } of textsOf(document.body)) {
    const back = behind(element);
    const ratio = contrast(over(parse(getComputedStyle(element).color), back), back);
    if (ratio < least) faint.add(`${text}: ${ratio.toFixed(2)}`);
  }
  return [...faint];
}

/** @param {Node} node @returns {Generator<{ element: Element, text: string }>} */
function* textsOf(node) {
  if (
    node instanceof Element &&
    (node.matches(':disabled, style, script, cm-icon') || !node.checkVisibility())
  )
    return;
  if (node instanceof Text && node.data.trim() !== '') {
    const element = node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host;
    yield { element, text: node.data.trim() };
  }
  const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  for (const child of inside.childNodes) yield* textsOf(child);
}

/** The colours below an element, blended. @param {Element} element @returns {Colour} */
function behind(element) {
  const own = parse(getComputedStyle(element).backgroundColor);
  if (own[3] === 1) return own;
  const root = element.getRootNode();
  const parent =
    element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
  return over(own, parent ? behind(parent) : [255, 255, 255, 1]);
}

const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

/** @param {string} css @returns {Colour} */
function parse(css) {
  if (!canvas) throw new Error('There is no canvas.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** @param {Colour} front @param {Colour} back @returns {Colour} */
function over([red, green, blue, alpha], back) {
  const mix = (/** @type {number} */ a, /** @type {number} */ b) => a * alpha + b * (1 - alpha);
  return [mix(red, back[0]), mix(green, back[1]), mix(blue, back[2]), 1];
}

/** @param {Colour} a @param {Colour} b */
function contrast(a, b) {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** @param {Colour} colour */
function luminance([red, green, blue]) {
  const part = (/** @type {number} */ value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

Object.assign(window, { cmFaintTexts });
