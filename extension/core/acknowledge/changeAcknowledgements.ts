import { subjectOf, type Acknowledgement } from './acknowledgement';
import type { AcknowledgementFile } from './parseAcknowledgements';

/** Adds entries; one that is about the same as an older one takes its place, and keeps its unknown fields. */
export const withAcknowledgements = (
  file: AcknowledgementFile,
  added: readonly Acknowledgement[],
): AcknowledgementFile => {
  const bySubject = new Map(file.acknowledgements.map((one) => [subjectOf(one), one]));
  for (const one of added) {
    const others = bySubject.get(subjectOf(one))?.others;
    bySubject.set(subjectOf(one), others === undefined ? one : { ...one, others });
  }
  return { ...file, acknowledgements: [...bySubject.values()] };
};

/** Takes entries away, by what they are about. */
export const withoutAcknowledgements = (
  file: AcknowledgementFile,
  removed: readonly Acknowledgement[],
): AcknowledgementFile => {
  const gone = new Set(removed.map(subjectOf));
  return { ...file, acknowledgements: file.acknowledgements.filter((one) => !gone.has(subjectOf(one))) };
};
