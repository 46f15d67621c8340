import type { LibraryPart } from '../../../../extension/core/logs/analyse/cleanup/cleanupFacts';
import type { Draw } from '../draw';
import type { LogFile } from '../rolledLog';

export interface CleanupLog {
  readonly file: LogFile;
  readonly mode: 'whatIf' | 'delete' | undefined;
  readonly parts: Partial<Record<LibraryPart, { lines: number; bytes: number }>>;
  readonly packages: ReadonlySet<string>;
  readonly notInstalled: string | undefined;
  readonly unknown: number;
}

const modes = [
  { mode: 'whatIf', name: 'WhatIf-cleanup-DP1', line: 'Running in what-if mode.' },
  { mode: 'delete', name: 'Delete-cleanup-DP1', line: 'Running in delete mode.' },
  { mode: undefined, name: 'cleanup-DP1', line: 'Running.' },
] as const;

const units = [
  ['bytes', 1],
  ['KB', 1024],
  ['MB', 1024 ** 2],
] as const;

/** Plain text as the tool may print it: how it does is documented nowhere. */
export const cleanupLog = (draw: Draw): CleanupLog => {
  const { mode, name, line } = draw.pick(modes);
  const packages = new Set<string>();
  const parts: Partial<Record<LibraryPart, { lines: number; bytes: number }>> = {};
  const lines: string[] = draw.chance(0.5) ? [line] : [];
  let unknown = line === 'Running.' ? lines.length : 0;
  for (let count = draw.int(1, 30); count > 0; count--) {
    if (draw.chance(0.2)) {
      lines.push('Reading the content library');
      unknown++;
      continue;
    }
    const part = draw.pick(['FileLib', 'DataLib', 'PkgLib'] as const);
    const [unit, factor] = draw.pick(units);
    const size = draw.int(0, 9_999_999);
    const packageId = draw.packageId;
    const withPackage = draw.chance(0.5);
    if (withPackage) packages.add(packageId);
    const shown = draw.chance(0.5) ? size.toLocaleString('en') : String(size);
    lines.push(
      `E:\\SCCMContentLib\\${part}\\${withPackage ? `${packageId}.INI` : 'x'} is not used (${shown} ${unit})`,
    );
    const known = (parts[part] ??= { lines: 0, bytes: 0 });
    known.lines++;
    known.bytes += size * factor;
  }
  const notInstalled = draw.chance(0.3) ? draw.packageId : undefined;
  if (notInstalled !== undefined) {
    packages.add(notInstalled);
    lines.push(
      `System.InvalidOperationException: This content library cannot be cleaned up right now because package ${notInstalled} is not fully installed.`,
    );
  }
  const text = `${lines.join('\r\n')}\r\n`;
  const file = { file: `Temp/${name}.log`, bytes: Buffer.from(text) };
  return { file, mode, parts, packages, notInstalled, unknown };
};
