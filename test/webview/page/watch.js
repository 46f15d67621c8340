// @ts-check
// Runs in the page: what a test asks of it that has no other way.

/** The role of what has the keyboard, inside shadow roots too. */
function cmFocused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element?.getAttribute('role') ?? element?.tagName.toLowerCase();
}

/**
 * Scrolls the grid step by step over many frames, then by jumps, then to its end.
 * @returns {Promise<{ longest: number, median: number, mostRows: number }>} frames in milliseconds, rows in the document
 */
async function cmScrollThrough() {
  const grid = document.querySelector('cm-missing')?.shadowRoot?.querySelector('cm-grid')?.shadowRoot;
  const scroller = grid?.querySelector('.scroller');
  if (!grid || !scroller) throw new Error('There is no grid.');
  /** @type {number[]} */
  const frames = [];
  let mostRows = 0;
  let last = await frame();
  for (let step = 0; step < 240; step++) {
    if (step < 160) scroller.scrollTop = step === 0 ? 0 : scroller.scrollTop + 90;
    else scroller.scrollTop = (scroller.scrollHeight * (step - 160)) / 79;
    const now = await frame();
    frames.push(now - last);
    last = now;
    mostRows = Math.max(mostRows, grid.querySelectorAll('[data-row]').length);
  }
  frames.sort((a, b) => a - b);
  return { longest: frames.at(-1) ?? 0, median: frames[frames.length >> 1] ?? 0, mostRows };
}

/**
 * Watches what is drawn while something else goes on.
 * @param {number} milliseconds for so long
 * @returns {Promise<{ longest: number, median: number }>} milliseconds of a frame
 */
async function cmFrames(milliseconds) {
  /** @type {number[]} */
  const frames = [];
  const end = performance.now() + milliseconds;
  for (let last = await frame(); last < end;) {
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  frames.sort((a, b) => a - b);
  return { longest: frames.at(-1) ?? 0, median: frames[frames.length >> 1] ?? 0 };
}

/**
 * Draws the heat map again and again, at every zoom from all of it to its largest cells.
 * @returns {{ longest: number, median: number }} milliseconds of a drawing
 */
function cmRepaint() {
  const element = document.querySelector('cm-matrix')?.shadowRoot?.querySelector('cm-heat-map');
  const map =
    /** @type {{ paint(): void, fit(): void, pan(x: number, y: number): void, zoom(x: number, y: number, factor: number): void }} */ (
      /** @type {unknown} */ (element)
    );
  /** @type {number[]} */
  const times = [];
  map.fit();
  for (let step = 0; step < 40; step++) {
    // Moved, so that nothing of the drawing before is still good.
    map.pan(step % 2 === 0 ? 1 : -1, step % 2 === 0 ? 1 : -1);
    const before = performance.now();
    map.paint();
    times.push(performance.now() - before);
    map.zoom(500, 400, 1.25);
  }
  map.fit();
  times.sort((a, b) => a - b);
  return { longest: times.at(-1) ?? 0, median: times[times.length >> 1] ?? 0 };
}

/**
 * Colours of the heat map's canvas.
 * @param {readonly (readonly [number, number])[]} places
 */
function cmColoursAt(places) {
  const map = document.querySelector('cm-matrix')?.shadowRoot?.querySelector('cm-heat-map')?.shadowRoot;
  const canvas = map?.querySelector('canvas')?.getContext('2d');
  if (!canvas) throw new Error('There is no canvas.');
  return places.map(([x, y]) => canvas.getImageData(x, y, 1, 1).data.join());
}

/** @returns {Promise<number>} */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

Object.assign(window, { cmColoursAt, cmFocused, cmFrames, cmRepaint, cmScrollThrough });
