import type { CancellationToken, Position } from 'vscode-languageserver';
import type { NamedContent } from '../protocol/lsp';
import type { LogDocument } from './documents/logDocument';
import type { Logs } from './logs';
import { serversOf } from './survey/serversOf';
import { thingAt } from './thing';

/**
 * What a place of a log is about: the package under it, else those that its record names, else the one that its thread
 * is about there; and the DPs that the record names, else that run.
 */
export const namedContent = async (
  document: LogDocument,
  position: Position,
  logs: Logs,
  token: CancellationToken,
): Promise<NamedContent> => {
  const offset = document.offsetAt(position);
  const record = document.recordAt(offset);
  const { runs } = await logs.survey(document, token);
  const block = document.records.blockOf(record?.index ?? -1);
  if (record === undefined || block === undefined) return { packageIds: [], servers: [] };
  const mentions = document.mentionsOf(block, logs.siteCodes);
  const named = { package: new Set<string>(), dp: new Set<string>() };
  mentions.rows.forEach((row, at) => {
    const kind = mentions.kind(at);
    if (row === record.index - block.first && (kind === 'package' || kind === 'dp'))
      named[kind].add(document.nameOf(mentions.keys[at] ?? 0));
  });
  const thing = thingAt(document, offset, logs.siteCodes);
  const packageIds = thing?.kind === 'package' ? [thing.key] : [...named.package];
  const thread = block.columns.threads[record.index - block.first] ?? 0;
  const run = runs.all.findLast(
    (each) =>
      each.thread === thread &&
      each.first <= record.index &&
      each.last >= record.index &&
      (packageIds.length === 0 || packageIds.includes(document.nameOf(each.package))),
  );
  return {
    packageIds: packageIds.length > 0 || run === undefined ? packageIds : [document.nameOf(run.package)],
    servers: named.dp.size > 0 || run === undefined ? [...named.dp] : serversOf(document, run),
  };
};
