import type { LogPlace } from '../../extension/protocol/logPage';

/** Records that were marked, by their places in their files. Never changed; each step gives new ones. */
export class Bookmarks {
  constructor(readonly places: readonly LogPlace[]) {}

  has(place: LogPlace): boolean {
    return this.places.some((one) => isSame(one, place));
  }

  toggle({ log, part, offset }: LogPlace): Bookmarks {
    const place = { log, part, offset };
    const others = this.places.filter((one) => !isSame(one, place));
    return new Bookmarks(others.length < this.places.length ? others : [...others, place]);
  }
}

const isSame = (a: LogPlace, b: LogPlace): boolean =>
  a.log === b.log && a.part === b.part && a.offset === b.offset;
