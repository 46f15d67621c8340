import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import { logCommands, type NamedContent } from '../protocol/lsp';
import type { LogDocument } from './documents/logDocument';
import { say, type Logs } from './logs';
import type { PackageRun } from './survey/packageRuns';

/** Above so many runs, only those that failed have lenses; and the first of those. */
const most = 1000;

interface LensData extends NamedContent {
  readonly does: 'reveal' | 'redistribute';
}

/**
 * Lenses to show a package in the tree and to plan its redistribution, sparse: where a log is first about a package
 * and its DPs, and where what it did about them failed first. What they say is worked out when they are seen.
 */
export const codeLenses = async (
  document: LogDocument,
  logs: Logs,
  token: CancellationToken,
): Promise<CodeLens[]> => {
  if (!logs.settings.codeLens) return [];
  const { runs } = await logs.survey(document, token);
  const worth = worthALens(runs.all);
  const shown = worth.length <= most ? worth : worth.filter(hasFailed).slice(0, most);
  return shown.flatMap((run) => {
    const start = document.record(hasFailed(run) ? run.firstError : run.first)?.start ?? 0;
    const range = document.rangeOf(start, start);
    const packageIds = [document.nameOf(run.package)];
    const servers = run.dps.map((dp) => document.nameOf(dp));
    return (['reveal', 'redistribute'] as const).map((does) => ({
      range,
      data: { does, packageIds, servers } satisfies LensData,
    }));
  });
};

/** A single record that went well is one among the many of a dispatcher, which names another package in each. */
const worthALens = (runs: readonly PackageRun[]): readonly PackageRun[] => {
  const seen = new Set<string>();
  return runs.filter((run) => {
    if (run.records === 1 && !hasFailed(run)) return false;
    const about = [run.package, ...run.dps.toSorted((a, b) => a - b)].join();
    const isFirst = !seen.has(about);
    seen.add(about);
    return isFirst || hasFailed(run);
  });
};

const hasFailed = ({ firstError }: PackageRun): boolean => firstError >= 0;

export const resolveLens = async (lens: CodeLens, logs: Logs): Promise<CodeLens> => {
  const { does, ...named } = lens.data as LensData;
  const titleOf = await logs.titlesOf(named.packageIds);
  const title = does === 'reveal' ? titleOf(named.packageIds[0] ?? '') : redistributionTitle(named, logs);
  return { ...lens, command: { title, command: logCommands[does], arguments: [named] } };
};

const redistributionTitle = ({ servers }: NamedContent, { words }: Logs): string => {
  const [server] = servers;
  if (server === undefined) return words.redistribute;
  return servers.length === 1
    ? say(words.redistributeTo, server)
    : say(words.redistributeToOneOf, servers.length);
};
