import type { ImpactLevel } from '../../extension/core/impact/impactLevel';
import type { Tone } from './verdictChip';

/** The word for what stands still; why is told beside it. */
export const impactLabels: Readonly<Record<ImpactLevel, string>> = {
  bootImage: 'Boot image',
  taskSequence: 'Task sequence',
  due: 'Due',
  required: 'Required',
  deployed: 'Deployed',
  available: 'Available',
  referenced: 'Not deployed',
  unknown: 'Not known',
  none: 'None known',
};

/** undefined: in plain, dim words. */
export const impactTone = (level: ImpactLevel): Tone | undefined => {
  switch (level) {
    case 'bootImage':
    case 'taskSequence':
      return 'problems';
    case 'due':
      return 'ask';
    case 'required':
    case 'deployed':
    case 'available':
      return 'running';
    case 'referenced':
    case 'unknown':
    case 'none':
      return undefined;
  }
};
