import type { Draw } from './draw';

const parts = [
  '<![LOG[',
  '[<![LOG[',
  ']LOG]!>',
  ']LOG]!><time="',
  '<time="15:30:09.905-480" date="05-09-2023" component="c" context="" type="1" thread="1" file="a:1">',
  '\r\n',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '  $$<SMS_X><06-14-2018 06:26:25.828-60><thread=2212 (0x8A4)>',
  '$$<',
  '><thread=',
  '>',
  '"',
  ' x="',
  ' ',
  '\t',
  'text',
  'error',
  'failed',
  'no error',
  '2024-02-20 10:11:12, Info CBS ',
  '#Fields: date time sc-status',
  'MSI (c) (F8:00) [07:33:22:272]: ',
  '=== Verbose logging started: 1/17/2023  7:33:22',
  '<Fri Dec  9 11:25:00 2022> ',
  '[05-09-2023 15:30:09.905] [a] [b] [Info] :: ',
  'größe',
  '下载',
  '😀',
  '\t2/9/2014 7:15:12 PM\t3532 (0x0DCC)',
  '12',
  ']',
  '~',
];

/** Pieces of records in any order, some of them in another encoding, some bytes of them changed. */
export const fuzzLog = (draw: Draw, most: number): Buffer => {
  const pieces = Array.from({ length: draw.int(0, most) }, () => {
    const text = Array.from({ length: draw.int(1, 6) }, () => draw.pick(parts)).join('');
    const encoding = draw.chance(0.9) ? 'utf8' : draw.pick(['utf16le', 'latin1'] as const);
    return Buffer.from(text, encoding);
  });
  const log = Buffer.concat(pieces);
  for (let changes = draw.chance(0.3) ? draw.int(0, 5) : 0; changes > 0 && log.length > 0; changes--)
    log[draw.int(0, log.length - 1)] = draw.int(0, 255);
  return log;
};
