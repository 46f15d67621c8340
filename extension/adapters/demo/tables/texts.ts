import type { DemoDatabase } from '../demoDatabase';

/** Texts that views need by number. */
const wellKnown = { siteCode: 1, sourceNalPath: 2 } as const;

/** An SQL expression for one of them. */
export const wellKnownText = (name: keyof typeof wellKnown): string =>
  `(SELECT w.Value FROM Texts w WHERE w.TextID = ${wellKnown[name]}) COLLATE NOCASE`;

/** Numbers for texts that many messages share: names, NAL paths, versions. Compared as they are spelt. */
export class Texts {
  private readonly ids = new Map<string, number>();

  constructor(
    private readonly database: DemoDatabase,
    known: Readonly<Record<keyof typeof wellKnown, string>>,
  ) {
    for (const name of ['siteCode', 'sourceNalPath'] as const) this.id(known[name]);
  }

  id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.ids.size + 1;
    this.database.insert('Texts', { TextID: id, Value: text });
    this.ids.set(text, id);
    return id;
  }
}
