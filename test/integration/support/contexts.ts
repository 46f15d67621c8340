import * as vscode from 'vscode';

/** Hears the context keys that menus and welcome texts look at; VS Code does not tell them. */
export const recordContexts = (): {
  readonly keys: ReadonlyMap<string, unknown>;
  readonly stop: () => void;
} => {
  const keys = new Map<string, unknown>();
  const target = vscode.commands as { executeCommand: typeof vscode.commands.executeCommand };
  const before = target.executeCommand;
  target.executeCommand = (command, ...args: unknown[]) => {
    if (command === 'setContext') keys.set(String(args[0]), args[1]);
    return before(command, ...args);
  };
  return { keys, stop: () => (target.executeCommand = before) };
};
