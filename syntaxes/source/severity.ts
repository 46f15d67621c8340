import { anyCase } from './anyCase';

const raw = String.raw;

export const errorScope = 'token.error-token';
export const warningScope = 'token.warn-token';

/** What cancels a word of trouble: `0 errors`, `no error`, `without warnings`. */
const cancellations = ['no', 'no_', 'not', 'without'].map((word) => raw`\b${anyCase(word)}`);
const noneBefore = (word: string): string =>
  raw`(?<!\b0 ${word}|${cancellations.map((no) => `${no}${no.endsWith('_') ? '' : ' '}${word}`).join('|')})`;

/** `error = 0`, `ErrorCode: 0x0`, `errors: 0`, `Error=SUCCESS` are results, not trouble. */
const zeroAfter = raw`(?!\w*(?: [Cc]ode)?(?:\s*[:=]\s*|\s+)["'(\[]?(?:0x0+|0)\b|[\s_:=("']*${anyCase('succe')}(?:ss|SS|ed|ED))`;

/**
 * The viewer's rule (a message with `error` or `fail` is an error, one with `warn` a warning, with no word boundary)
 * less its known false alarms; `SEV=` is the severity that a status message states. Every line without a type is asked,
 * so each word is told by its rarest letter: the first R of `error` and of `warn`, the F of `fail`, the V of `SEV`.
 */
const errorAtR = raw`[Rr][Oo][Rr](?<=[Ee][Rr]{2}[Oo][Rr])${noneBefore(anyCase('error'))}${zeroAfter}`;
const warningAtR = raw`[Nn](?<=${anyCase('warn')})${noneBefore(anyCase('warn'))}${zeroAfter}`;
const failureAtF = raw`${anyCase('ail')}(?!${anyCase('over')})${noneBefore(anyCase('fail'))}${zeroAfter}`;
const severityAtV = (letters: string): string => raw`=[${letters}]\b(?<=SEV=[${letters}])`;

/** Text up to the first letter that tells trouble, or to the end of the message. */
const quiet = (tellers: Readonly<Record<string, string>>): string => {
  const harmless = Object.entries(tellers).map(([letter, trouble]) => raw`[${letter}](?!${trouble})`);
  return raw`(?:[^${Object.keys(tellers).join('')}\]$\n]++|${harmless.join('|')}|\](?!LOG\]!>)|\$(?!\$<))*+`;
};

export const noTroubleInText = raw`${quiet({ Rr: raw`${errorAtR}|${warningAtR}`, Ff: failureAtF, V: severityAtV('EW') })}(?=[\n$])`;
export const errorInText = raw`${quiet({ Rr: errorAtR, Ff: failureAtF, V: severityAtV('E') })}(?=[RrFfV])`;
export const warningInText = raw`${quiet({ Rr: warningAtR, V: severityAtV('W') })}(?=[RrV])`;
