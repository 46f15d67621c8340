import type { ReportedMessage } from './validationFacts';

const severities: Readonly<Record<number, ReportedMessage['severity']>> = {
  0x4: 'information',
  0x8: 'warning',
  0xc: 'error',
};

/** `0x40000950`: the low 16 bits are the ID of the status message, the highest four its severity. */
export const stateMessageOf = (code: number): Pick<ReportedMessage, 'messageId' | 'severity'> => ({
  messageId: code & 0xffff,
  severity: severities[code >>> 28],
});
