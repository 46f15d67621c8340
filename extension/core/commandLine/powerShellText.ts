/** A text of a PowerShell script, never a command in it: PowerShell ends a quoted text at typographic quotes, too. */
export const powerShellText = (text: string): string =>
  `'${text.replaceAll(/[\r\n]/g, ' ').replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;

/** What may stand behind the # of a comment: nothing in it ends the line. */
export const powerShellComment = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
