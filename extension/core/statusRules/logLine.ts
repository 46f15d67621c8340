export type LogSeverity = 'info' | 'warning' | 'error';

const types: Readonly<Record<LogSeverity, number>> = { info: 1, warning: 2, error: 3 };

/**
 * A line as logs of clients and roles have them (logs.md 1.1), which CMTrace and the log view read.
 * @param time UTC epoch milliseconds @param bias minutes that local time is behind UTC
 */
export const logLine = (
  text: string,
  severity: LogSeverity,
  time: number,
  bias: number,
  process: number,
): string => {
  const local = new Date(time - bias * 60_000).toISOString();
  const [year = '', month = '', date = ''] = local.slice(0, 10).split('-');
  const clock = `${local.slice(11, 23)}${bias < 0 ? '-' : '+'}${String(Math.abs(bias)).padStart(3, '0')}`;
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(']LOG]!>', ']LOG]! >');
  return `<![LOG[${plain}]LOG]!><time="${clock}" date="${month}-${date}-${year}" component="ConfigMgr Content" context="" type="${types[severity]}" thread="${process}" file="on-message">\r\n`;
};
