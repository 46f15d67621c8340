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

/** @returns {Promise<number>} */
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

Object.assign(window, { cmFocused, cmScrollThrough });
