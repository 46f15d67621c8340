import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { LineRules } from '../lineRules';
import type { LogLine } from '../logLine';
import { readLogName } from '../logName';
import { modeOfName, readCleanupLine, type CleanupLine } from './cleanupLine';
import { libraryParts, type CleanupFacts, type LibraryPart, type PartCount } from './cleanupFacts';

const mostPackages = 5000;
const mostTroubles = 200;
const longestText = 500;

type OpenPart = { -readonly [key in keyof PartCount]: PartCount[key] };

/** Reads what the cleanup tool printed, as plain text. */
export class CleanupAnalysis implements Analysis<CleanupFacts> {
  private mode: CleanupFacts['mode'];
  private readonly parts = new Map<LibraryPart, OpenPart>();
  private readonly packages = new Set<string>();
  private readonly troubles: CleanupFacts['troubles'][number][] = [];
  private moreTroubles = 0;
  private notInstalled: CleanupFacts['notInstalled'];
  private last: LogLine | undefined;
  private readonly rules = new LineRules().on(
    '{}cannot be cleaned up right now because package {packageId:packageId} is not fully installed',
    (found, { at }) => (this.notInstalled ??= { packageId: found.packageId, at }),
  );

  step(record: AnalysedRecord): boolean {
    this.last = record.at;
    const text = record.message.slice(0, longestText);
    const line = readCleanupLine(text);
    const { mode } = line;
    this.mode ??= modeOfName(readLogName(record.at.file).name) ?? mode;
    const isTrouble = this.noteTrouble(record, text);
    const isPath = this.notePath(line, record.at);
    const found = this.notePackage(line);
    return this.rules.step(record) || isTrouble || isPath || found || mode !== undefined;
  }

  end(): CleanupFacts {
    const { mode, packages, troubles, moreTroubles, notInstalled, last } = this;
    const parts = libraryParts.flatMap((name) => this.parts.get(name) ?? []).map((one) => ({ ...one }));
    return {
      mode,
      parts,
      packages: [...packages],
      troubles: [...troubles],
      moreTroubles,
      notInstalled,
      last,
    };
  }

  private noteTrouble({ severity, at }: AnalysedRecord, text: string): boolean {
    if (severity !== 'error' && severity !== 'warning') return false;
    if (this.troubles.length < mostTroubles) this.troubles.push({ text: text.trim(), tone: severity, at });
    else this.moreTroubles++;
    return true;
  }

  private notePath({ part: name, bytes = 0 }: CleanupLine, at: LogLine): boolean {
    if (name === undefined) return false;
    const known = this.parts.get(name) ?? { part: name, lines: 0, bytes: 0, first: at };
    this.parts.set(name, known);
    known.lines++;
    known.bytes += bytes;
    return true;
  }

  private notePackage({ packageId }: CleanupLine): boolean {
    if (packageId === undefined) return false;
    if (this.packages.size < mostPackages) this.packages.add(packageId);
    return true;
  }
}
