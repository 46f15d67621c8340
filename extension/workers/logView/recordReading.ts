import { nodeLogBytes } from '../../adapters/files/nodeLogBytes';
import type { LogBytes } from '../../core/logs/logBytes';
import type { BiasPolicy } from '../../core/logs/time/utcOf';
import type { LogReading } from '../../protocol/logWorker';

/** How the bytes of a log become records. */
export interface RecordReading {
  readonly platform: LogBytes;
  readonly bias: BiasPolicy;
}

/** @throws Error for a code page that this machine does not know */
export const recordReading = ({ bias, codePage }: LogReading): RecordReading => ({
  platform: platformOf(codePage),
  bias,
});

const platformOf = (codePage: string): LogBytes => {
  try {
    return nodeLogBytes(codePage);
  } catch (cause) {
    throw new Error(`The code page "${codePage}" is not known here. Choose another one in the settings.`, {
      cause,
    });
  }
};
