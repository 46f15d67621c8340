// @ts-check
// Runs the integration suites inside a real VS Code at the floor: the desktop program where there is a display and
// @vscode/test-electron can download it, else VS Code's server. `--server` takes the server anyway.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { root } from './project.mjs';
import { downloadDesktop, hasDisplay } from './vscode/desktop.mjs';
import { pinnedVersion } from './vscode/install.mjs';

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    /** Another extension and other suites, to try the harness itself. */
    extension: { type: 'string', default: root },
    suites: { type: 'string', default: path.join(root, 'test/integration') },
  },
});

const floorVersion = pinnedVersion('floor');

const findVsCode = async () => {
  const desktop = values.server || !hasDisplay() ? undefined : await downloadDesktop(floorVersion);
  if (desktop) return { name: `desktop VS Code ${floorVersion}`, program: desktop };
  return {
    name: `VS Code's server ${floorVersion} in headless Chromium`,
    program: path.join(root, 'scripts/vscode/driver.mjs'),
  };
};

/** Prints what is added to a file; the returned function prints the rest and stops. @param {string} file */
const follow = (file) => {
  let printed = 0;
  const print = () => {
    const text = readFileSync(file, 'utf8');
    process.stdout.write(text.slice(printed));
    printed = text.length;
  };
  const timer = setInterval(print, 200);
  return () => {
    clearInterval(timer);
    print();
  };
};

const { name, program } = await findVsCode();
console.log(`Integration suites in ${name}`);
const scratch = mkdtempSync(path.join(tmpdir(), 'integration-'));
const [workspace, report] = [path.join(scratch, 'workspace'), path.join(scratch, 'report.txt')];
const fixture = path.join(values.suites, 'workspace');
if (existsSync(fixture)) cpSync(fixture, workspace, { recursive: true });
else mkdirSync(workspace);
writeFileSync(report, '');
const stop = follow(report);
const log = path.join(root, 'out/integration-vscode.log');
mkdirSync(path.dirname(log), { recursive: true });
rmSync(log, { force: true });
try {
  await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: values.extension,
    extensionTestsPath: path.join(root, 'test/support/vscode/runSuites.cjs'),
    extensionTestsEnv: { TEST_REPORT: report, TEST_SUITES: values.suites, TEST_VSCODE_LOG: log },
    launchArgs: [workspace],
  });
} catch {
  process.exitCode = 1;
} finally {
  stop();
  if (process.exitCode && existsSync(log))
    console.log(`What VS Code itself said is in ${path.relative('', log)}`);
  rmSync(scratch, { recursive: true, force: true });
}
