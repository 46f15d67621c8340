import { window, workspace } from 'vscode';

/** Opens a script to be read; nothing runs here. */
export const showScript = async (content: string): Promise<void> => {
  const document = await workspace.openTextDocument({ language: 'powershell', content });
  await window.showTextDocument(document);
};
