import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SiteState } from '../../../extension/app/siteState';
import type { CommandId } from '../../../extension/host/commands/commandIds';
import type { ContentApi } from '../../../extension/host/contentApi';
import type { Faults, SiteSize } from '../../../extension/protocol/demoSite';

export const extensionId = 'configmgr-content.configmgr-content';

/** What the running extension says it shows. */
export const contentApi = async (): Promise<ContentApi> => {
  const extension = vscode.extensions.getExtension<ContentApi>(extensionId);
  assert.ok(extension, 'VS Code does not know the extension');
  return extension.activate();
};

export const run = async (command: CommandId, ...args: readonly unknown[]): Promise<void> => {
  await vscode.commands.executeCommand(command, ...args);
};

/** Polls until the answer is there; names what did not come. */
export const eventually = async <T>(
  what: string,
  look: () => T | undefined | false,
  limit = 20_000,
): Promise<T> => {
  const end = Date.now() + limit;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new assert.AssertionError({ message: `${what} did not come in ${limit} ms` });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const setting = async (name: string, value: unknown): Promise<void> => {
  await vscode.workspace.getConfiguration('configmgrContent').update(name, value, true);
};

/** What is going to be wrong with the demo site from the next connect or refresh on. */
export const setFaults = (faults: Faults | undefined): Promise<void> => setting('demo.faults', faults);

/** Connects as a user does, and waits for the first whole read, or for its failure. */
export const connectTo = async (size: SiteSize, faults?: Faults): Promise<ContentApi> => {
  await setting('demo.size', size);
  await setFaults(faults);
  const api = await contentApi();
  await run('configmgrContent.site.connectDemo');
  return api;
};

/** Leaves the site and closes what is open, so that the next suite begins like a new window. */
export const leave = async (): Promise<void> => {
  await run('configmgrContent.tree.filter', '');
  await run('configmgrContent.site.disconnect');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await setFaults(undefined);
  await setting('demo.size', undefined);
};

/** Every state from now until `stop`. */
export const recordStates = (
  api: ContentApi,
): { readonly states: SiteState[]; readonly stop: () => void } => {
  const states: SiteState[] = [];
  return { states, stop: api.onDidChange((state) => states.push(state)) };
};

/** Tabs of the extension's pages, by their title. */
export const pages = (): readonly string[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview)
    .map(({ label }) => label);
