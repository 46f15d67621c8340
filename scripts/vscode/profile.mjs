// @ts-check
// The folders of one VS Code server: its settings and its extensions, and nothing of the user's own.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readManifest } from '../manifest.mjs';

/** A window that asks nothing, fetches nothing and looks the same each time. */
const calmSettings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/**
 * The entry by which VS Code's list of installed extensions points at a folder.
 * @param {string} extensionFolder
 */
const installedEntry = (extensionFolder) => {
  const { publisher, name, version } = readManifest(extensionFolder);
  return {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { path: extensionFolder, scheme: 'file' },
  };
};

/**
 * @param {Readonly<Record<string, unknown>>} userSettings
 * @param {Readonly<Record<string, unknown>>} machineSettings those of scope `machine`, which a server has of its own
 * @param {string | undefined} extensionFolder loaded as it is, as if it were installed
 * @returns {{ folder: string, args: readonly string[] }} args tell the server where its folders are
 */
export const createProfile = (userSettings, machineSettings, extensionFolder) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vscode-'));
  const user = path.join(folder, 'user');
  const extensions = path.join(folder, 'extensions');
  mkdirSync(path.join(user, 'User'), { recursive: true });
  mkdirSync(path.join(user, 'Machine'));
  mkdirSync(extensions);
  writeFileSync(path.join(user, 'User/settings.json'), JSON.stringify({ ...calmSettings, ...userSettings }));
  writeFileSync(path.join(user, 'Machine/settings.json'), JSON.stringify(machineSettings));
  const installed = extensionFolder ? [installedEntry(extensionFolder)] : [];
  writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify(installed));
  return {
    folder,
    args: [
      '--user-data-dir',
      user,
      '--server-data-dir',
      path.join(folder, 'server'),
      '--extensions-dir',
      extensions,
    ],
  };
};
