/** Where a message's insertion strings come from; `extra` takes the next of the message's own values. */
export type StringPart = 'packageId' | 'name' | 'dp' | 'server' | 'version' | 'extra';

export interface MessageKind {
  readonly severity: 'I' | 'W' | 'E';
  readonly component: string;
  /** MessageState of Content Status (1 success, 2 in progress, 4 failed); undefined: it does not show there. */
  readonly state: 1 | 2 | 4 | undefined;
  readonly strings: readonly StringPart[];
}

const distribution = 'SMS_DISTRIBUTION_MANAGER';
const transfer = 'SMS_PACKAGE_TRANSFER_MANAGER';
export const monitoring = 'SMS_Distribution_Point_Monitoring';
export const provider = 'SMS Provider';

const kind = (
  component: string,
  severity: MessageKind['severity'],
  state: MessageKind['state'],
  ...strings: StringPart[]
): MessageKind => ({ component, severity, state, strings });

/** Status messages that the demo site writes: severity and strings as the message DLL has them. */
const kinds: ReadonlyMap<number, MessageKind> = new Map([
  [2302, kind(distribution, 'E', 4, 'name', 'packageId')],
  [2311, kind(distribution, 'I', undefined, 'packageId')],
  [2320, kind(distribution, 'E', 4, 'packageId', 'extra')],
  [2328, kind(distribution, 'E', 4, 'packageId', 'extra', 'extra', 'extra', 'extra')],
  [2330, kind(distribution, 'I', 1, 'packageId', 'dp')],
  [2331, kind(distribution, 'I', undefined, 'packageId', 'dp')],
  [2332, kind(distribution, 'E', 4, 'packageId', 'extra', 'extra', 'extra')],
  [2342, kind(distribution, 'I', 2, 'packageId', 'dp')],
  [2343, kind(distribution, 'E', 4, 'packageId', 'extra', 'extra')],
  [2357, kind(distribution, 'I', 2, 'packageId', 'dp')],
  [2371, kind(distribution, 'I', 2, 'packageId', 'dp')],
  [2376, kind(distribution, 'I', undefined, 'packageId')],
  [2391, kind(distribution, 'E', 4, 'dp')],
  [2380, kind(monitoring, 'I', 2, 'packageId', 'dp')],
  [2381, kind(monitoring, 'I', 2, 'packageId', 'dp')],
  [2382, kind(monitoring, 'E', 4, 'packageId', 'dp')],
  [2383, kind(monitoring, 'W', 4, 'packageId', 'dp')],
  [2384, kind(monitoring, 'I', 1, 'packageId', 'dp')],
  [2385, kind(monitoring, 'E', 4, 'packageId', 'dp', 'extra')],
  [2386, kind(monitoring, 'I', undefined, 'dp')],
  [2388, kind(monitoring, 'W', undefined, 'dp')],
  [2393, kind(monitoring, 'I', undefined, 'dp')],
  [8200, kind(transfer, 'I', 1, 'packageId', 'version', 'server')],
  [8203, kind(transfer, 'E', 4, 'server', 'extra')],
  [8204, kind(transfer, 'I', 2, 'packageId', 'dp', 'extra')],
  [8206, kind(transfer, 'I', 2, 'packageId', 'dp')],
  [8207, kind(transfer, 'E', 4, 'packageId', 'dp')],
  [9506, kind(distribution, 'I', 4, 'packageId', 'dp')],
  [9507, kind(distribution, 'I', 2, 'dp', 'packageId')],
  [9508, kind(distribution, 'I', 2, 'dp', 'packageId', 'extra')],
  [9509, kind(distribution, 'I', 2, 'dp', 'packageId')],
  [9517, kind(monitoring, 'W', undefined, 'packageId', 'dp')],
  [30009, kind(provider, 'I', undefined, 'extra', 'packageId', 'dp')],
  [30010, kind(provider, 'I', undefined, 'extra', 'packageId', 'dp')],
  [30011, kind(provider, 'I', undefined, 'extra', 'packageId', 'dp')],
  [30068, kind(provider, 'I', undefined, 'extra', 'packageId')],
  [40409, kind(provider, 'I', undefined, 'extra', 'packageId', 'dp')],
]);

export const messageKind = (messageId: number): MessageKind => {
  const found = kinds.get(messageId);
  if (found === undefined) throw new Error(`The demo site has no status message ${messageId}.`);
  return found;
};

const severities = { I: 0x40000000, W: 0x80000000 | 0, E: 0xc0000000 | 0 } as const;

/** Severity as SQL shows it: signed. */
export const severityOf = (messageKindOf: MessageKind): number => severities[messageKindOf.severity];
