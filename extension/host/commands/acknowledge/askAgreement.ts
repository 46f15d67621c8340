import { l10n, window } from 'vscode';
import type { Acknowledgement } from '../../../core/acknowledge/acknowledgement';

export type Agreement = Pick<Acknowledgement, 'reason' | 'ticket' | 'expires'>;

const day = 24 * 60 * 60 * 1000;

/** Asks why, where it was agreed and until when; undefined when the user leaves. */
export const askAgreement = async (count: number, now: number): Promise<Agreement | undefined> => {
  const title = count === 1 ? l10n.t('Acknowledge a finding') : l10n.t('Acknowledge {0} findings', count);
  const reason = await window.showInputBox({
    title: l10n.t('{0} (1 of 3)', title),
    prompt: l10n.t('Why does this need no action?'),
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? l10n.t('Write a reason: others will ask.') : undefined),
  });
  if (reason === undefined) return undefined;
  const ticket = await window.showInputBox({
    title: l10n.t('{0} (2 of 3)', title),
    prompt: l10n.t('Ticket, if there is one'),
    ignoreFocusOut: true,
  });
  if (ticket === undefined) return undefined;
  const until = await askExpiry(l10n.t('{0} (3 of 3)', title), now);
  if (until === undefined) return undefined;
  return {
    reason: reason.trim(),
    ticket: ticket.trim() === '' ? undefined : ticket.trim(),
    expires: until.expires,
  };
};

const askExpiry = async (
  title: string,
  now: number,
): Promise<Pick<Acknowledgement, 'expires'> | undefined> => {
  const after = (days: number): { label: string; description: string; expires: number | undefined } => ({
    label: l10n.t('For {0} days', days),
    description: l10n.t('until {0}', dateText(now + days * day)),
    expires: now + days * day,
  });
  const date = { label: l10n.t('Until a day…'), description: '', expires: undefined };
  const never = { label: l10n.t('Without an end'), description: '', expires: undefined };
  const picked = await window.showQuickPick([after(30), after(7), after(90), date, never], {
    title,
    placeHolder: l10n.t('For how long? Then it counts again.'),
    ignoreFocusOut: true,
  });
  return picked === date ? askDate(title, now) : picked;
};

const askDate = async (title: string, now: number): Promise<Pick<Acknowledgement, 'expires'> | undefined> => {
  const text = await window.showInputBox({
    title,
    prompt: l10n.t('The day from which it counts again, in UTC'),
    placeHolder: dateText(now + 30 * day),
    ignoreFocusOut: true,
    validateInput: (typed) =>
      (dateOf(typed) ?? 0) > now
        ? undefined
        : l10n.t('Write a day to come, as in {0}.', dateText(now + 30 * day)),
  });
  return text === undefined ? undefined : { expires: dateOf(text) };
};

const dateText = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Midnight UTC; undefined for what is no day, such as February 30. */
const dateOf = (text: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text.trim())) return undefined;
  const time = Date.parse(text.trim());
  return Number.isNaN(time) || dateText(time) !== text.trim() ? undefined : time;
};
