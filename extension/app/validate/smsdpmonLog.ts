import { LogAnalysis } from '../../core/logs/analyse/logAnalysis';
import { validationAnalyser } from '../../core/logs/analyse/smsdpmon/validationAnalyser';
import type { ValidationFacts } from '../../core/logs/analyse/smsdpmon/validationFacts';
import type { LogBytes } from '../../core/logs/logBytes';
import type { LogNotRead, ValidationLog } from '../../core/validate/dpValidation';
import { dpRegistry, smsdpmonLogs, type LogPlace } from '../../core/validate/smsdpmon';
import { validationLog } from '../../core/validate/validationLog';
import type { Cim } from '../../ports/cim';
import { RemoteFileError } from '../../ports/remoteFiles';
import type { Computers } from '../../ports/siteConnection';
import { dpRegistryText } from '../dpRegistry';

/** A log that is followed from a run that was left is read from so many bytes before its end. */
const tail = 1024 * 1024;
const piece = 256 * 1024;

/** smsdpmon.log of a DP, read as it grows. */
export class SmsdpmonLog {
  private place: LogPlace | undefined;
  private offset = 0;
  private input: ReturnType<LogAnalysis<ValidationFacts>['file']> | undefined;
  private analysis: LogAnalysis<ValidationFacts> | undefined;

  /** @param at what was written before is of another validation; UTC epoch milliseconds */
  constructor(
    private readonly computers: Computers,
    private readonly cim: Cim,
    private readonly server: string,
    private readonly at: number,
  ) {}

  /** What it says by now. Never throws a RemoteFileError: what was not found is told. */
  async read(signal: AbortSignal): Promise<ValidationLog | LogNotRead> {
    const places = this.place === undefined ? await this.places(signal) : [this.place];
    const failures: string[] = [];
    for (const place of places)
      try {
        await this.readOn(place, signal);
        this.place = place;
        const facts = this.analysis?.results()[0]?.facts;
        return validationLog(`${place.root}\\${place.file}`, facts, this.at);
      } catch (error) {
        if (!(error instanceof RemoteFileError)) throw error;
        failures.push(error.message);
      }
    return { notRead: failures.join(' ') };
  }

  private async readOn({ root, file }: LogPlace, signal: AbortSignal): Promise<void> {
    const files = this.computers.files(root);
    for (;;) {
      const isNew = this.input === undefined;
      const { size, bytes } = await files.read(file, this.offset, isNew ? 0 : piece, signal);
      if (isNew || size < this.offset) {
        // Rolled over: the new file begins anew.
        this.begin(`${root}\\${file}`, isNew ? Math.max(0, size - tail) : 0);
        continue;
      }
      this.input?.push(bytes);
      this.offset += bytes.length;
      if (bytes.length < piece) return;
    }
  }

  private begin(file: string, offset: number): void {
    this.analysis ??= new LogAnalysis(logText, [validationAnalyser]);
    this.input?.end();
    this.input = this.analysis.file(file);
    this.offset = offset;
  }

  private async places(signal: AbortSignal): Promise<readonly LogPlace[]> {
    const asked = (name: string): Promise<string | undefined> =>
      dpRegistryText(this.cim, this.server, name, signal).catch(() => undefined);
    const libraryPath = await asked(dpRegistry.libraryPath);
    return smsdpmonLogs(this.server, libraryPath, await asked(dpRegistry.usableDrives));
  }
}

/** smsdpmon writes UTF-8 or ANSI. */
const logText: LogBytes = {
  allocate: (length) => new Uint8Array(length),
  text: (bytes, width) => new TextDecoder(width === 'utf16le' ? 'utf-16le' : 'utf-8').decode(bytes),
};
