import { statusMessageWords } from '../monitor/statusMessage';
import type { BadPackage } from './validationSigns';

/** `PS100012: 2385: files are missing (setup.exe, data1.cab).` */
export const badWords = ({ packageId, messageId, culprits }: BadPackage): string =>
  `${packageId === '' ? 'A package that is not named' : packageId}: ${statusMessageWords(messageId)}${culprits.length === 0 ? '' : ` (${culprits.join('; ')})`}.`;
