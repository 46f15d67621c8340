import { window, type QuickPickItem } from 'vscode';
import type { DpKey } from '../../../core/content/nalPath';
import { listDps, listGroups, listPackages } from '../../../core/siteTree/listing';
import type { ConnectedSite } from '../connected';

type Choice<T> = QuickPickItem & { readonly value: T };

/** Asks for one DP other than those; undefined when the user leaves. */
export const pickDp = (
  { known }: ConnectedSite,
  placeHolder: string,
  but: readonly DpKey[] = [],
): Promise<DpKey | undefined> => {
  const { index, summary } = known.session.state;
  if (index === undefined) return Promise.resolve(undefined);
  const choices = listDps(index, summary, undefined)
    .filter((key) => !but.includes(key))
    .map((value): Choice<DpKey> => {
      const description = index.dps.get(value)?.description ?? '';
      return { label: index.dpName(value), description, value };
    });
  return pick(choices, placeHolder);
};

export const pickGroup = (
  { known }: ConnectedSite,
  placeHolder: string,
  but: readonly string[] = [],
): Promise<string | undefined> => {
  const { index, summary } = known.session.state;
  if (index === undefined) return Promise.resolve(undefined);
  const choices = listGroups(index, summary, undefined)
    .filter((groupId) => !but.includes(groupId))
    .map((value): Choice<string> => {
      const group = index.groups.get(value);
      return { label: group?.name ?? value, description: group?.description ?? '', value };
    });
  return pick(choices, placeHolder);
};

export const pickPackage = ({ known }: ConnectedSite, placeHolder: string): Promise<string | undefined> => {
  const { index, summary } = known.session.state;
  if (index === undefined) return Promise.resolve(undefined);
  const choices = listPackages(index, summary, undefined).map((value): Choice<string> => ({
    label: index.packageName(value),
    description: value,
    value,
  }));
  return pick(choices, placeHolder);
};

const pick = async <T>(choices: readonly Choice<T>[], placeHolder: string): Promise<T | undefined> =>
  (await window.showQuickPick(choices, { placeHolder, matchOnDescription: true }))?.value;
