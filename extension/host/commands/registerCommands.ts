import { commands, window, type Disposable } from 'vscode';
import type { Host } from '../host';
import { commandIds } from './commandIds';

export const registerCommands = (host: Host): readonly Disposable[] =>
  commandIds.map((id) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        const { commandTable } = await import('./commandTable.js');
        await commandTable[id](host, args);
      } catch (error) {
        host.trace.error(`${id}: ${String(error)}`);
        void window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }
    }),
  );
