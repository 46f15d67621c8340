import type { DemoDatabase } from '../demoDatabase';
import { timeText } from '../timeText';
import { messageKind, monitoring, provider, severityOf, type StringPart } from '../site/messageKind';
import type { SiteMessage } from '../site/siteMessage';
import type { Texts } from './texts';

/** RecordIDs carry the site's number in their upper bits: all of them exceed 2^53. */
const firstRecordId = '72057594037927936';

/** SQL for the RecordID of a message's number; numbers of messages that are deleted by age are below 0. */
export const recordIdOf = (placeholder: string): string => `${firstRecordId} + ${placeholder}`;

const milestone = 256;
const audit = 768;

/** Writes status messages and numbers them, so they have to come in the order of their times. */
export class MessageWriter {
  private last = 0;
  private readonly statement;
  private readonly attributes;

  constructor(
    database: DemoDatabase,
    private readonly texts: Texts,
    private readonly siteServer: string,
  ) {
    this.statement = database.prepare(
      `INSERT INTO site.Messages VALUES (${recordIdOf('?')}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.attributes = database.prepare(`INSERT INTO site.MessageTexts VALUES (${recordIdOf('?')}, ?, ?, ?)`);
  }

  /** @returns the message's number */
  write(message: SiteMessage): number {
    const { id, dp, what, version } = message;
    const kind = messageKind(id);
    const sender = kind.component === monitoring ? dp : undefined;
    const silent = id === 2384 && dp?.style.passStrings === false;
    const strings = silent ? noStrings : this.strings(message, kind.strings);
    this.last += 1;
    this.statement.run([
      this.last,
      id,
      severityOf(kind),
      kind.component === provider ? audit : milestone,
      timeText(message.time),
      this.texts.id(kind.component),
      this.texts.id(sender?.style.machineName ?? this.siteServer),
      strings[0] ?? null,
      strings[1] ?? null,
      strings[2] ?? null,
      strings[3] ?? null,
      strings[4] ?? null,
    ]);
    this.attributes.run([
      this.last,
      what === undefined ? null : this.texts.id(what.packageId),
      dp === undefined || sender?.style.dpAttribute === false ? null : this.texts.id(dp.nalPath),
      version === undefined ? null : this.texts.id(String(version)),
    ]);
    return this.last;
  }

  close(): void {
    this.statement.free();
    this.attributes.free();
  }

  private strings(message: SiteMessage, parts: readonly StringPart[]): readonly number[] {
    const numbers: number[] = [];
    let extra = 0;
    for (const part of parts)
      numbers.push(
        this.texts.id(part === 'extra' ? (message.extra?.[extra++] ?? '') : textOf(message, part)),
      );
    return numbers;
  }
}

const noStrings: readonly number[] = [];

const textOf = (message: SiteMessage, part: Exclude<StringPart, 'extra'>): string => {
  const { dp } = message;
  switch (part) {
    case 'packageId':
      return message.what?.packageId ?? '';
    case 'name':
      return message.what?.name ?? '';
    case 'dp':
      return (messageKind(message.id).component === monitoring ? dp?.style.dpString : dp?.nalPath) ?? '';
    case 'server':
      return dp?.server ?? '';
    case 'version':
      return String(message.version ?? message.what?.sourceVersion ?? '');
  }
};
