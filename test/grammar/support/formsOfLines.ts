const server = '<05-09-2023 15:30:09.905-480><thread=1 (0x1)>';
const attributes = 'time="15:30:09.905-480" date="05-09-2023" component="c" context=""';
const behindType = 'thread="1" file="a:1"';
const ofType =
  (type: string) =>
  (text: string): string =>
    `<![LOG[${text}]LOG]!><${attributes} type="${type}" ${behindType}>`;
const servicing =
  (level: string, component: string) =>
  (text: string): string =>
    `2024-02-20 10:11:12, ${level.padEnd(21)} ${component}    ${text}`;
const toolkit =
  (level: string) =>
  (text: string): string =>
    `[05-09-2023 15:30:09.905] [Installation] [Show-Prompt] [${level}] :: ${text}`;
const iisDefault =
  'date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken';
const iis =
  (status: number) =>
  (text: string): string =>
    `#Fields: ${iisDefault}\n2014-02-10 00:15:12 10.0.0.1 GET /${text.replaceAll(' ', '+')} - 80 - 10.0.0.2 CCM - ${status} 0 0 15`;

/** A message as each form of a log has it that the parser knows. */
export const formsOfLines: Readonly<Record<string, (text: string) => string>> = {
  "a server's log": (text) => `${text}  $$<SMS_X>${server}`,
  "SMS 2.0's log": (text) =>
    `~${text} $$<SMS_X><Fri Oct 15 17:09:46.507 1999 Pacific Daylight Time><thread=225 (0xE1)>`,
  "SMS 1.x's log": (text) => `~${text}  $$<SMS_X><Wed May 21 17:09:27 1997~><thread=DB>`,
  'a record with a type': ofType('1'),
  'a verbose record': ofType('0'),
  'a record without a type': (text) => `<![LOG[${text}]LOG]!><${attributes} ${behindType}>`,
  'a record with an empty type': ofType(''),
  'a warning by its type': ofType('2'),
  'an error by its type': ofType('3'),
  'an error by a word': ofType('Error'),
  'what is fatal': ofType('fatal'),
  'what is critical': ofType('Critical'),
  'a warning by a word': ofType('WARNING'),
  'a type that means nothing': ofType('30'),
  'a type without quotes': (text) => `<![LOG[${text}]LOG]!><type=3 ${attributes}>`,
  'a record over two lines': (text) => ofType('3')(`${text}\r\n${text}`),
  'a bracketed record': (text) => `[${ofType('2')(text)}`,
  'a record behind another': (text) => `${ofType('1')(text)}${ofType('3')(text)}`,
  'a tail without a head': (text) => `${text}]LOG]!><${attributes} type="2" ${behindType}>`,
  'a tail without attributes': (text) => `${text}]LOG]!>`,
  "a role's set-up log": (text) => `<Fri Dec  9 11:25:00 2022> ${text}`,
  "a viewer's text": (text) => `${text}\tContentAccess\t2/9/2014 7:15:12 PM\t3532 (0x0DCC)`,
  'the text of a forum': (text) => `SMS_DISTRIBUTION_MANAGER 2624 (0xa40) ~${text}`,
  'an export': (text) => `01-13-2016 17:56:42.885    PullDP    2752 (0xac0)    ${text}`,
  'plain text': (text) => text,
  'text with a stamp': (text) => `9/12/2012 16:29:15 - ${text}`,
  'text with a stamp in brackets': (text) => `[02-03-2021: 07:53:56] ${text}`,
  'text with a stamp of ISO 8601': (text) => `2024-02-20T10:11:12.5Z ${text}`,
  'Windows Update': (text) => `2021/07/13 10:22:58.9553434 3696  8172  Shared  ${text}`,
  'Windows Update of old': (text) => `2014-02-09 19:15:26:130  800 ed0 Agent ${text}`,
  'an information of CBS': servicing('Info', 'CBS'),
  'an error of CBS': servicing('Error', 'CBS'),
  'a warning of DISM': servicing('Warning', 'DISM'),
  'an information of Windows set-up': servicing('Info', 'SP'),
  'a fatal error of Windows set-up': servicing('Fatal', 'SP'),
  'an information of the toolkit': toolkit('Info'),
  'a success of the toolkit': toolkit('Success'),
  'a warning of the toolkit': toolkit('Warning'),
  'an error of the toolkit': toolkit('Error'),
  'an error of the toolkit by its number': toolkit('3'),
  'Windows Installer': (text) => `MSI (c) (F8:00) [07:33:22:272]: ${text}`,
  'a failed action of Windows Installer': (text) => `MSI (s) (F8:04) [00:00:02:003]: ${text} Return value 3.`,
  'the header of Windows Installer': (text) =>
    `=== Verbose logging started: 1/17/2023  23:33:22  Build type: ${text} ===`,
  'a request of IIS': iis(200),
  'a logon of IIS': iis(401),
  'a refused request of IIS': iis(404),
  'a failed request of IIS': iis(503),
  'IIS with other columns': (text) =>
    `#Fields: time sc-status cs-uri-stem\n00:15:14 500 /${text.replaceAll(' ', '+')}\n${text}`,
  'IIS without a status': (text) => `#Fields: date time\n2014-02-10 00:15:12 ${text}`,
  'a directive of IIS': (text) => `#Remark: ${text}`,
};
