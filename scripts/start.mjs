// @ts-check
// npm start: installs what is missing, builds, and opens a real VS Code on the demo site.
// npm start -- --server takes VS Code's server in a browser even where there is a desktop program.
import './requireNode.mjs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { demoEnvironment, demoWorkspace } from './demo.mjs';
import { buildIfStale, installPackages, root } from './project.mjs';
import { findProgram } from './run.mjs';
import { downloadDesktop, findDesktop, hasDisplay } from './vscode/desktop.mjs';
import { pinnedVersion } from './vscode/install.mjs';
import { startServer } from './vscode/server.mjs';

const say = (/** @type {string} */ text) => {
  console.log(text);
};

/**
 * A profile of its own: the user's settings and extensions stay out of the demo, and a VS Code that is already
 * running does not take the window over with its own environment.
 * @param {string} program
 */
const openDesktop = (program) => {
  const profile = path.join(root, 'out/demo-profile');
  const args = [
    '--new-window',
    '--disable-workspace-trust',
    '--skip-welcome',
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${path.join(profile, 'user')}`,
    `--extensions-dir=${path.join(profile, 'extensions')}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    demoWorkspace(),
  ];
  const env = { ...process.env, ...demoEnvironment };
  spawn(program, args, { env, detached: true, stdio: 'ignore' }).unref();
  say(`Opening ${program} on the demo site. Close its window when you are done.`);
};

/** @param {boolean} openBrowser */
const openServer = async (openBrowser) => {
  const server = await startServer({ release: 'newest', extensionFolder: root, env: demoEnvironment, say });
  const address = server.address(demoWorkspace());
  const stop = () => {
    say('Stopping.');
    void server.close().then(() => process.exit(0));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);
  say(
    `The demo site is open in VS Code at this address of this machine:\n\n  ${address}\n\nPress Ctrl+C to stop it.`,
  );
  const browser = openBrowser && hasDisplay() ? findProgram('xdg-open') : undefined;
  if (browser) spawn(browser, [address], { detached: true, stdio: 'ignore' }).unref();
  await server.ended;
};

const start = async () => {
  const { values } = parseArgs({
    options: {
      server: { type: 'boolean', default: false },
      'no-browser': { type: 'boolean', default: false },
    },
  });
  await installPackages(say);
  await buildIfStale(say);
  const wanted = !values.server && hasDisplay();
  let desktop = wanted ? findDesktop() : undefined;
  if (wanted && !desktop) {
    say('There is no desktop VS Code on this machine: trying to download one ...');
    desktop = await downloadDesktop(pinnedVersion('newest'));
  }
  if (desktop) openDesktop(desktop);
  else {
    if (!values.server) say('No desktop VS Code can be opened here, so its server is used, in your browser.');
    await openServer(!values['no-browser']);
  }
};

await start().catch((/** @type {unknown} */ error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
