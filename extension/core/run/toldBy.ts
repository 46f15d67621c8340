import { statusMessageWords } from '../monitor/statusMessage';
import type { ProgressMessage } from './pairProgress';

/** `8203: files could not be sent (Windows error 112)` */
export const toldBy = ({ messageId, win32Error }: ProgressMessage): string =>
  win32Error === 0
    ? statusMessageWords(messageId)
    : `${statusMessageWords(messageId)} (Windows error ${win32Error})`;
