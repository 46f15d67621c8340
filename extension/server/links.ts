import type { CancellationToken, DocumentLink } from 'vscode-languageserver';
import { logCommands, type NamedContent } from '../protocol/lsp';
import { Breath } from './breath';
import type { LogDocument } from './documents/logDocument';
import { say, type Logs } from './logs';

/** The editor asks for those of a whole document at once. */
const most = 5000;

/** Package IDs lead to the tree, while a site is connected. */
export const documentLinks = async (
  document: LogDocument,
  logs: Logs,
  token: CancellationToken,
): Promise<DocumentLink[]> => {
  const links: DocumentLink[] = [];
  if (!logs.isConnected) return links;
  const breath = new Breath(token);
  for (const block of document.records.blocks) {
    const mentions = document.mentionsOf(block, logs.siteCodes);
    for (let at = 0; at < mentions.count && links.length < most; at++) {
      if (mentions.kind(at) !== 'package') continue;
      const packageId = document.nameOf(mentions.keys[at] ?? 0);
      const start = block.offset + (mentions.starts[at] ?? 0);
      links.push({
        range: document.rangeOf(start, start + (mentions.lengths[at] ?? 0)),
        target: targetOf(packageId),
        tooltip: say(logs.words.showPackage, packageId),
      });
    }
    if (links.length >= most) break;
    await breath.take(document);
  }
  return links;
};

const targetOf = (packageId: string): string => {
  const named: NamedContent = { packageIds: [packageId], servers: [] };
  return `command:${logCommands.reveal}?${encodeURIComponent(JSON.stringify([named]))}`;
};
