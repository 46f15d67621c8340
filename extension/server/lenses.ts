import type { CancellationToken, CodeLens } from 'vscode-languageserver';
import { logCommands, type NamedContent } from '../protocol/lsp';
import type { LogDocument } from './documents/logDocument';
import { say, type Logs } from './logs';
import type { PackageRun } from './survey/packageRuns';
import { serversOf } from './survey/serversOf';

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
    const servers = serversOf(document, run);
    return (['reveal', 'redistribute'] as const).map((does) => ({
      range,
      data: { does, packageIds, servers } satisfies LensData,
    }));
  });
};

/**
 * Runs that failed, and those that name a package and a DP first. Where a package is only handed out to another thread,
 * which sends it or fails, there is nothing to add.
 */
const worthALens = (runs: readonly PackageRun[]): readonly PackageRun[] => {
  const told = new Set(runs.filter((run) => run.dps.length > 0 || hasFailed(run)).map((run) => run.package));
  const seen = new Set<string>();
  return runs.filter((run) => {
    const isHandedOut = run.records === 1 || (run.dps.length === 0 && told.has(run.package));
    if (isHandedOut && !hasFailed(run)) return false;
    const pairs = (run.dps.length === 0 ? [0] : run.dps).map((dp) => `${run.package} ${dp}`);
    const isFirst = pairs.some((pair) => !seen.has(pair));
    for (const pair of pairs) seen.add(pair);
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
