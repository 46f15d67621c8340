import type { DpKey } from '../content/nalPath';

export type TroubleKind =
  'sourceUnreadable' | 'siteLacksSource' | 'diskFull' | 'waitingForPrestage' | 'unreachable';

/** A status message that speaks against sending content, and that no newer one has ended. */
export interface Trouble {
  readonly kind: TroubleKind;
  readonly messageId: number;
  /** UTC epoch milliseconds. */
  readonly time: number;
}

/** The newest message of its kind; without `packageId` it is about all packages, without `dp` about all DPs. */
export interface TroubleMessage {
  readonly messageId: number;
  readonly packageId: string | undefined;
  readonly dp: DpKey | undefined;
  readonly time: number;
}

const kinds: ReadonlyMap<number, TroubleKind> = new Map([
  [2305, 'sourceUnreadable'],
  [2306, 'sourceUnreadable'],
  [2307, 'sourceUnreadable'],
  [2361, 'sourceUnreadable'],
  [2372, 'siteLacksSource'],
  [2320, 'diskFull'],
  [2343, 'diskFull'],
  [2371, 'waitingForPrestage'],
  [2323, 'unreachable'],
  [2391, 'unreachable'],
  [8201, 'unreachable'],
  [8202, 'unreachable'],
]);

/** The package was processed, made anew or copied again: its source was read. */
const sourceReadIds: ReadonlySet<number> = new Set([2301, 2311, 2376]);

/** The site tries again every half an hour unless told otherwise: without a failure for this long, it may be over. */
export const contactRemembered = 4 * 60 * 60 * 1000;

/** Troubles of packages and DPs that are not over, found by pair. */
export class Troubles {
  private readonly byPackage = new Map<string, TroubleMessage[]>();
  private readonly ofDps = new Map<DpKey, TroubleMessage[]>();
  private readonly sourceRead = new Map<string, number>();
  private readonly arrivedAtDp = new Map<DpKey, number>();
  private readonly arrivedAtPair = new Map<string, number>();

  /** @param now the site's time */
  constructor(
    messages: readonly TroubleMessage[],
    ended: readonly TroubleMessage[],
    private readonly now: number,
  ) {
    for (const message of messages)
      if (message.packageId !== undefined) add(this.byPackage, message.packageId, message);
      else if (message.dp !== undefined) add(this.ofDps, message.dp, message);
    for (const message of messages)
      if (message.packageId !== undefined && message.dp !== undefined && isContact(message))
        add(this.ofDps, message.dp, message);
    for (const { messageId, packageId, dp, time } of ended) {
      if (packageId !== undefined && sourceReadIds.has(messageId)) keep(this.sourceRead, packageId, time);
      if (dp === undefined || sourceReadIds.has(messageId)) continue;
      keep(this.arrivedAtDp, dp, time);
      if (packageId !== undefined) keep(this.arrivedAtPair, `${packageId}@${dp}`, time);
    }
  }

  /** What speaks against sending this package to this DP, the newest first. */
  of(packageId: string, dp: DpKey): readonly Trouble[] {
    const ofPackage = (this.byPackage.get(packageId) ?? []).filter(
      (message) => (message.dp === undefined || message.dp === dp) && !isContact(message),
    );
    return [...ofPackage, ...(this.ofDps.get(dp) ?? [])]
      .flatMap((message) => this.trouble(message, packageId, dp) ?? [])
      .sort((a, b) => b.time - a.time);
  }

  private trouble({ messageId, time }: TroubleMessage, packageId: string, dp: DpKey): Trouble | undefined {
    const kind = kinds.get(messageId);
    return kind === undefined || this.isOver(kind, time, packageId, dp)
      ? undefined
      : { kind, messageId, time };
  }

  private isOver(kind: TroubleKind, time: number, packageId: string, dp: DpKey): boolean {
    const arrived = this.arrivedAtPair.get(`${packageId}@${dp}`) ?? -Infinity;
    const read = this.sourceRead.get(packageId) ?? -Infinity;
    switch (kind) {
      case 'sourceUnreadable':
      case 'siteLacksSource':
        return Math.max(arrived, read) > time;
      case 'waitingForPrestage':
      case 'diskFull':
        return arrived > time;
      case 'unreachable':
        return (this.arrivedAtDp.get(dp) ?? -Infinity) > time || this.now - time > contactRemembered;
    }
  }
}

const isContact = ({ messageId }: TroubleMessage): boolean => kinds.get(messageId) === 'unreachable';

const add = <K>(map: Map<K, TroubleMessage[]>, key: K, message: TroubleMessage): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [message]);
  else known.push(message);
};

const keep = <K>(map: Map<K, number>, key: K, time: number): void => {
  map.set(key, Math.max(time, map.get(key) ?? -Infinity));
};
