import type { AnalysedRecord } from '../analysedRecord';
import type { Analysis } from '../analyser';
import { LineRules } from '../lineRules';
import type { LogLine } from '../logLine';
import { readLogName } from '../logName';
import { libraryParts, type CleanupFacts, type LibraryPart, type PartCount } from './cleanupFacts';

const mostPackages = 5000;
const mostTroubles = 200;
const longestText = 500;

const part = /[\\/](FileLib|DataLib|PkgLib)(?![\w])/i;
const size = /(?<![\w.,])(\d[\d,.]{0,20}) ?(bytes|KB|MB|GB)\b/i;
const packageId = /(?<![\w-])([A-Z\d]{3}[\dA-F]{5})(?![\w-])/;
const units: Readonly<Record<string, number>> = { bytes: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

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
    const mode = modeOfText(text);
    this.mode ??= modeOfName(readLogName(record.at.file).name) ?? mode;
    const isTrouble = this.noteTrouble(record, text);
    const isPath = this.notePath(text, record.at);
    const found = this.notePackage(text);
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

  private notePath(text: string, at: LogLine): boolean {
    const written = part.exec(text)?.[1]?.toLowerCase();
    const name = libraryParts.find((one) => one.toLowerCase() === written);
    if (name === undefined) return false;
    const known = this.parts.get(name) ?? { part: name, lines: 0, bytes: 0, first: at };
    this.parts.set(name, known);
    known.lines++;
    known.bytes += bytesOf(text);
    return true;
  }

  private notePackage(text: string): boolean {
    const id = packageId.exec(text)?.[1];
    // Words of eight letters have the same form; an ID has a digit.
    if (id === undefined || !/\d/.test(id)) return false;
    if (this.packages.size < mostPackages) this.packages.add(id);
    return true;
  }
}

const modeOfName = (name: string): CleanupFacts['mode'] =>
  /what-?if/.test(name) ? 'whatIf' : name.includes('delete') ? 'delete' : undefined;

/** A line with the word alone may speak of anything. */
const modeOfText = (text: string): CleanupFacts['mode'] => {
  if (/what-?if/i.test(text)) return 'whatIf';
  return /delete[- ]mode/i.test(text) ? 'delete' : undefined;
};

/** Groups of thousands and decimals are written in either way; what stands before three last digits is a group. */
const bytesOf = (text: string): number => {
  const [, digits = '', unit = ''] = size.exec(text) ?? [];
  if (digits === '') return 0;
  const whole = digits.replaceAll(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
  const value = Number.parseFloat(whole);
  return Number.isFinite(value) ? Math.round(value * (units[unit.toLowerCase()] ?? 1)) : 0;
};
