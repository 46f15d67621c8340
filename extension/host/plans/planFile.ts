import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Plan } from '../../core/redistribute/plan';

const fileEnd = '.cmplan.json';

/** Opens the document of a plan in an editor tab, not yet saved, under a name that its schema is found by. */
export const openPlanDocument = async (plan: Plan): Promise<void> => {
  const { printPlan } = await import('../../core/redistribute/document/printPlan.js');
  const time = new Date(plan.madeAt).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  const name = `${plan.siteCode}-${plan.purpose}-${time}${fileEnd}`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const place =
    folder === undefined
      ? Uri.from({ scheme: 'untitled', path: name })
      : Uri.joinPath(folder, name).with({ scheme: 'untitled' });
  const document = await workspace.openTextDocument(place);
  const editor = await window.showTextDocument(document, { preview: false });
  if (document.getText() !== '') return;
  await editor.edit((edit) => edit.insert(document.positionAt(0), printPlan(plan)));
};

/** The text of the plan in the active editor, else of a file that is asked for; undefined when the user leaves. */
export const pickPlanDocument = async (given: unknown): Promise<TextDocument | undefined> => {
  if (given instanceof Uri) return workspace.openTextDocument(given);
  const active = window.activeTextEditor?.document;
  if (active?.fileName.endsWith(fileEnd) === true) return active;
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('Open Plan'),
      filters: { [l10n.t('Plans')]: ['json'] },
      canSelectMany: false,
    })) ?? [];
  return file && workspace.openTextDocument(file);
};
