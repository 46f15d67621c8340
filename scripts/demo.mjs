// @ts-check
// The folder that a demo window opens: ConfigMgr logs to look at.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';

/** The extension host that has this in its environment opens the demo site by itself. */
export const demoEnvironment = { CONFIGMGR_CONTENT_DEMO: 'small' };

/** Makes the folder anew, so that nobody changes a test's fixtures by trying something. */
export const demoWorkspace = () => {
  const folder = path.join(root, 'out/demo');
  const logs = path.join(root, 'test/grammar/fixtures');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (existsSync(logs)) cpSync(logs, path.join(folder, 'logs'), { recursive: true });
  return folder;
};
