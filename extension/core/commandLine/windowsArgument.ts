/** One argument, as programs of Windows take their command line apart (CommandLineToArgvW, and C runtimes). */
export const windowsArgument = (text: string): string => {
  if (/^[^\s"]+$/.test(text)) return text;
  const escaped = text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
};

/**
 * The program itself: it is taken apart by another rule, which knows no escapes. Always in quotes, so that nothing
 * of a path with spaces is tried as a program.
 * @throws Error for a quote, which no path of Windows holds
 */
export const windowsProgram = (path: string): string => {
  if (path.includes('"')) throw new Error(`${path} is no path of Windows: it holds a quotation mark.`);
  return `"${path}"`;
};
