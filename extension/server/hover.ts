import type { Hover } from 'vscode-languageserver';
import type { Position, TextDocument } from 'vscode-languageserver-textdocument';
import { hoverLine } from './hoverLine';
import { hoverMention, type HoverSite } from './hoverMention';
import { hoverRecord } from './hoverRecord';
import { hoverStatus } from './hoverStatus';

/**
 * Explains what is under the pointer: an error code, a package of a connected site, a thread, a status message, or time
 * and thread of the record. Only the record around it is looked at, so that it takes as long in a large log as in a small
 * one.
 */
export const hover = async (
  document: TextDocument,
  position: Position,
  site: HoverSite,
): Promise<Hover | null> => {
  const { hoverCode } = await import('./hoverCode.js');
  const line = hoverLine(document, position);
  return (
    hoverCode(line) ??
    (await hoverMention(line, site)) ??
    hoverStatus(line) ??
    hoverRecord(document, position, site.settings.bias)
  );
};
