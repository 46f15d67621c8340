import { announcedErrorCode, announcesNothing, errorCode, symbolicCodeStart } from './errorCode';
import { boilerplate, guid, number, packageId, path, quoted, unit } from './identifiers';
import { match, type MatchRule } from './rule';

const raw = String.raw;

/** Dearest last; a number would swallow the start of a GUID, and a code is also a number. */
const token = [quoted, guid, packageId, errorCode, number, boilerplate, path, announcedErrorCode].join('|');

/** Words that start no token. Package IDs, bare HRESULTs and GUIDs all begin with eight characters. */
const dullWord = raw`(?:${[
  raw`[a-z](?![0-9a-f]{7}-|ttps?://|:[\\/])[A-Za-z0-9_]*+`,
  raw`[A-Z][a-z]++(?!_)[A-Za-z0-9_]*+`,
  raw`(?!${symbolicCodeStart})[A-Z](?:[A-Z0-9_]{0,6}|[A-Z0-9_]{8,})(?![A-Za-z0-9_:=])`,
].join('|')})(?:${announcesNothing})`;

/** A short integer, which is no measure. */
const dullInteger = raw`[0-9]{1,7}(?![A-Za-z0-9_]|[.,:/\-][0-9]|${unit})`;

/** Signs that start no token where they stand. */
const dullSign = [
  raw`\[(?!"Display=)`,
  raw`\{(?![0-9A-Fa-f]{8}-)`,
  raw`\\(?!\\\w)`,
  raw`""++|''++`,
  raw`-(?![12]\d{9}\b)`,
].join('|');

/** What opens a token but did not become one here, so that the scanner always moves on. */
const disappointment = raw`[A-Za-z0-9_]++|["'\\{\[~\-]`;

/** A rule that matches nothing at the end of a line makes the tokenizer leave the record that goes on in the next one. */
const something = '(?=(?m:.))';

/**
 * The whole vocabulary of a message as ONE expression, which runs over dull text and ends behind the next token but
 * one: two in a match spare the editor a search.
 * Measured: with a rule a token, colouring takes four times as long, because after every token each rule searches the
 * rest of the line again. It never goes past a `stop` character that its guard recognises, where the enclosing rule's
 * `end` matches, and gives nothing back once a run is taken (`++`, `*+`), so its cost is linear.
 */
export function messageScanner(stops: string, guards: readonly string[]): MatchRule {
  const plain = raw`[^A-Za-z0-9"'\\{\[~\-${stops}]`;
  const dull = [raw`(?:${dullWord}|${dullInteger})${plain}*+`, raw`${plain}++`, dullSign, ...guards].join(
    '|',
  );
  return match(something + raw`(?:${dull})*+(?:${token}|${disappointment})?+`.repeat(2));
}
