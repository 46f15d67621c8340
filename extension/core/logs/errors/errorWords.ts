import type { DecodedError } from './decode';

/** `0x80070005 E_ACCESSDENIED: access was denied`. */
export const errorLine = ({ code, name, meaning }: DecodedError): string =>
  `${code}${name === undefined ? '' : ` ${name}`}: ${meaning}`;

/** All that is known of a code, a line each. */
export const errorLines = (error: DecodedError): readonly string[] => [
  errorLine(error),
  ...labelled('Inside', error.wraps),
  ...labelled('Family', error.family),
  ...labelled('Likely cause', error.cause),
  ...labelled('Next step', error.next),
  ...labelled('Source', error.source),
];

const labelled = (label: string, text: string | undefined): readonly string[] =>
  text === undefined ? [] : [`${label}: ${text}`];
