import type { Precondition, PreconditionStanding } from './preconditions';

const marks: Readonly<Record<PreconditionStanding, string>> = {
  met: 'met',
  unmet: 'NOT MET',
  unknown: 'not known',
  check: 'check this',
};

/** For the comment above a script. */
export const preconditionLines = (preconditions: readonly Precondition[]): readonly string[] => [
  'Preconditions:',
  ...preconditions.map(({ standing, text }) => `  [${marks[standing]}] ${text}`),
];
