import type { AnalysedRecord } from '../../logs/analyse/analysedRecord';
import type { Analyser, Analysis } from '../../logs/analyse/analyser';
import type { LibraryPart } from '../../logs/analyse/cleanup/cleanupFacts';
import { modeOfName, readCleanupLine, type CleanupLine } from '../../logs/analyse/cleanup/cleanupLine';
import { readLogName } from '../../logs/analyse/logName';
import type { CleanupItem, CleanupReading } from './cleanupItem';

const mostItems = 20_000;
const mostShown = 1000;
const longestText = 500;

const otherFormats: ReadonlySet<string> = new Set(['ccm', 'server', 'iis']);
const exception = /(?<![\w.])(?:[A-Z]\w*\.)*[A-Z]\w*Exception\b.*/;
const notInstalled = /because package (\w{8}) is not fully installed/i;

type OpenItem = {
  packageId: string | undefined;
  readonly contentIds: Set<string>;
  readonly parts: Set<LibraryPart>;
  bytes: number | undefined;
  lines: number;
  readonly first: number;
};

/** Takes every line of a log for one of the cleanup tool's, whatever the file is called. */
export const cleanupReader: Analyser<CleanupReading> = {
  id: 'cleanupItems',
  title: 'Content library cleanup',
  reach: 'log',
  takes: () => true,
  begin: () => new ReadingOfCleanup(),
  report: () => ({ findings: [], sections: [], traces: [] }),
};

class ReadingOfCleanup implements Analysis<CleanupReading> {
  private mode: CleanupReading['mode'];
  private readonly items = new Map<string, OpenItem>();
  private moreItems = 0;
  private otherPaths = { lines: 0, bytes: 0 };
  private readonly troubles: { line: number; text: string }[] = [];
  private moreTroubles = 0;
  private notInstalled: string | undefined;
  private exception: string | undefined;
  private readonly unknown: { line: number; text: string }[] = [];
  private unknownCount = 0;
  private lines = 0;
  private foreign = 0;

  step({ message, at, severity, format }: AnalysedRecord): boolean {
    const text = message.slice(0, longestText).trim();
    if (text === '') return true;
    this.lines++;
    if (otherFormats.has(format)) {
      this.foreign++;
      return this.notRecognised(text, at.line);
    }
    const line = readCleanupLine(text);
    this.mode ??= modeOfName(readLogName(at.file).name) ?? line.mode;
    if (severity === 'error' || severity === 'warning' || exception.test(text))
      return this.trouble(text, at.line);
    if (line.packageId !== undefined || line.contentId !== undefined) return this.item(line, at.line);
    if (line.part !== undefined) {
      const { lines, bytes } = this.otherPaths;
      this.otherPaths = { lines: lines + 1, bytes: bytes + (line.bytes ?? 0) };
      return true;
    }
    return line.mode !== undefined || this.notRecognised(text, at.line);
  }

  end(): CleanupReading {
    const { mode, moreItems, otherPaths, troubles, moreTroubles, lines, foreign } = this;
    return {
      mode,
      items: Array.from(
        this.items,
        ([id, { packageId, contentIds, parts, bytes, lines: count, first }]): CleanupItem => ({
          ...{ id, packageId, bytes, first },
          contentIds: [...contentIds],
          parts: [...parts],
          lines: count,
        }),
      ),
      moreItems,
      otherPaths,
      troubles: [...troubles],
      moreTroubles,
      notInstalled: this.notInstalled,
      exception: this.exception,
      notRecognised: { count: this.unknownCount, lines: [...this.unknown] },
      lines,
      foreign,
    };
  }

  /** A package that an error or a warning is about is not one that would be deleted. */
  private trouble(text: string, line: number): boolean {
    this.exception ??= exception.exec(text)?.[0];
    this.notInstalled ??= notInstalled.exec(text)?.[1]?.toUpperCase();
    if (this.troubles.length < mostShown) this.troubles.push({ line, text });
    else this.moreTroubles++;
    return true;
  }

  private item({ packageId, contentId, part, bytes }: CleanupLine, line: number): boolean {
    const id = packageId ?? contentId ?? '';
    const known = this.items.get(id) ?? this.opened(id, packageId, line);
    if (known === undefined) {
      this.moreItems++;
      return true;
    }
    known.lines++;
    if (contentId !== undefined) known.contentIds.add(contentId);
    if (part !== undefined) known.parts.add(part);
    if (bytes !== undefined) known.bytes = (known.bytes ?? 0) + bytes;
    return true;
  }

  private opened(id: string, packageId: string | undefined, first: number): OpenItem | undefined {
    if (this.items.size >= mostItems) return undefined;
    const item: OpenItem = {
      packageId,
      contentIds: new Set(),
      parts: new Set(),
      bytes: undefined,
      lines: 0,
      first,
    };
    this.items.set(id, item);
    return item;
  }

  private notRecognised(text: string, line: number): boolean {
    this.unknownCount++;
    if (this.unknown.length < mostShown) this.unknown.push({ line, text });
    return false;
  }
}
