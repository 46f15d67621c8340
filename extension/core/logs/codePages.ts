export const defaultCodePage = 'windows-1252';

/**
 * Code pages of Windows for text that is not Unicode, as the WHATWG encoding standard names them: those that are the
 * ANSI code page of some language of Windows.
 */
export const ansiCodePages: readonly string[] = [
  defaultCodePage,
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'shift_jis',
  'gbk',
  'gb18030',
  'euc-kr',
  'big5',
];
