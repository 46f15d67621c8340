// @ts-check
// npm run screenshots [-- name ...]: renders the scenes of scripts/screenshots into docs/images/NAME.png, from the real
// window of the newest VS Code with the extension on the demo site.
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { demoEnvironment, demoWorkspace } from './demo.mjs';
import { buildIfStale, root } from './project.mjs';
import { openWindow } from './vscode/window.mjs';

/**
 * A scene's file exports `arrange`, which brings the window into the state to be shown and waits until it is.
 * @typedef {(window: import('./vscode/window.mjs').Window) => Promise<void>} Arrange
 */

const folder = path.join(import.meta.dirname, 'screenshots');
const images = path.join(root, 'docs/images');
const wanted = process.argv.slice(2);
const scenes = readdirSync(folder)
  .map((file) => path.basename(file, '.mjs'))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

await buildIfStale(console.log);
mkdirSync(images, { recursive: true });
for (const name of scenes) {
  /** @type {unknown} */
  const scene = await import(path.join(folder, `${name}.mjs`));
  const { arrange } = /** @type {{ arrange: Arrange }} */ (scene);
  const window = await openWindow({
    vscode: 'newest',
    extensionDevelopmentPath: root,
    folder: demoWorkspace(),
    env: demoEnvironment,
    size: { width: 1600, height: 960 },
    userSettings: { 'editor.minimap.enabled': false },
  });
  try {
    await arrange(window);
    const file = path.join(images, `${name}.png`);
    await window.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    console.log(path.relative('', file));
  } finally {
    await window.close();
  }
}
