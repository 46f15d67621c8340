import * as vscode from 'vscode';

type Ask = (message: string, ...rest: readonly unknown[]) => Thenable<unknown>;
type Pick = (items: readonly vscode.QuickPickItem[], options?: vscode.QuickPickOptions) => Thenable<unknown>;

/** One thing that VS Code was asked to say, with the buttons it offered. */
export interface Said {
  readonly kind: 'showErrorMessage' | 'showWarningMessage' | 'showInformationMessage';
  readonly message: string;
  readonly buttons: readonly string[];
}

/**
 * Sits where the user sits while `task` runs: hears each message, picks from lists. Nobody can click in an
 * extension host, so VS Code's own prompts are the border at which these tests stand in.
 */
export class Prompts {
  readonly said: Said[] = [];
  /** The button that is pressed once, on the first message that has it. */
  press: string | undefined;
  /** Picks from one list after the other; without one, the list is left. */
  readonly picks: ((items: readonly vscode.QuickPickItem[]) => unknown)[] = [];
  /** What was typed into the next input box. */
  typed: string | undefined;
  /** Where files are saved to; without it, the dialog is left. */
  saveTo: vscode.Uri | undefined;
  /** What is typed into one input box after the other, before `typed`. */
  readonly inputs: string[] = [];

  static async during(task: (prompts: Prompts) => Promise<void>): Promise<void> {
    const prompts = new Prompts();
    const window = vscode.window as unknown as Record<string, unknown>;
    const before = { ...window };
    const asked = (kind: Said['kind']): Ask => {
      return (message, ...rest) => {
        const buttons = rest.filter((one) => typeof one === 'string');
        prompts.said.push({ kind, message, buttons });
        const pressed = buttons.find((button) => button === prompts.press);
        if (pressed !== undefined) prompts.press = undefined;
        return Promise.resolve(pressed);
      };
    };
    const pick: Pick = (items) => Promise.resolve(prompts.picks.shift()?.(items));
    window['showErrorMessage'] = asked('showErrorMessage');
    window['showWarningMessage'] = asked('showWarningMessage');
    window['showInformationMessage'] = asked('showInformationMessage');
    window['showQuickPick'] = pick;
    window['showSaveDialog'] = () => Promise.resolve(prompts.saveTo);
    window['showInputBox'] = () => Promise.resolve(prompts.inputs.shift() ?? prompts.typed);
    try {
      await task(prompts);
    } finally {
      for (const name of replaced) window[name] = before[name];
    }
  }

  get errors(): readonly Said[] {
    return this.said.filter(({ kind }) => kind === 'showErrorMessage');
  }
}

const replaced = [
  'showErrorMessage',
  'showWarningMessage',
  'showInformationMessage',
  'showQuickPick',
  'showInputBox',
  'showSaveDialog',
] as const;
