import { subjectOf, type Acknowledgement } from './acknowledgement';
import { fileVersion, type AcknowledgementFile } from './parseAcknowledgements';

/**
 * The file's text: a field a line and entries in the order of what they are about, so that two people's changes
 * touch the same lines only when they are about the same.
 */
export const printAcknowledgements = ({ acknowledgements, others }: AcknowledgementFile): string => {
  const sorted = acknowledgements
    .map((one) => ({ one, key: `${subjectOf(one)}\n${one.created}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ one }) => entryOf(one));
  return `${JSON.stringify({ version: fileVersion, acknowledgements: sorted, ...others }, undefined, 2)}\n`;
};

const entryOf = (one: Acknowledgement): object => ({
  site: one.siteCode,
  package: one.packageId,
  dp: one.dp,
  verdicts: one.verdicts,
  reason: one.reason,
  ticket: one.ticket,
  by: one.by,
  created: timeText(one.created),
  expires: one.expires === undefined ? undefined : timeText(one.expires),
  ...one.others,
});

const timeText = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
