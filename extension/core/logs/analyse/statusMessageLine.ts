import { LinePattern } from './linePattern';
import { readCapture } from './captures';

/** A status message that a component logs as it raises it. */
export interface LoggedStatusMessage {
  readonly messageId: number;
  readonly severity: 'E' | 'W' | 'I';
  /** By its attribute 400. */
  readonly packageId: string | undefined;
  /** The server of its attribute 404. */
  readonly dp: string | undefined;
}

const line = new LinePattern('STATMSG: ID={messageId:int} SEV={severity} ');

const packageAttribute = 400;
const dpAttribute = 404;

/** `STATMSG: ID=2330 SEV=I ... AID0=400 AVAL0="CS100026" AID1=404 AVAL1="[...]"`; values may hold quotes. */
export const statusMessageOf = (text: string): LoggedStatusMessage | undefined => {
  const found = line.match(text);
  if (found === undefined) return undefined;
  const { messageId, severity } = found;
  if (severity !== 'E' && severity !== 'W' && severity !== 'I') return undefined;
  const attributes = attributesOf(text);
  return {
    messageId,
    severity,
    packageId: textOf(readCapture('packageId', attributes.get(packageAttribute) ?? '')),
    dp: textOf(readCapture('dp', attributes.get(dpAttribute) ?? '')),
  };
};

const textOf = (value: string | number | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const attribute = new LinePattern('AID{}={id:int} AVAL{}="{value}');

const attributesOf = (text: string): ReadonlyMap<number, string> => {
  const attributes = new Map<number, string>();
  const from = text.indexOf(' NUMATTRS=');
  const parts = from < 0 ? [] : text.slice(from).split(' AID').slice(1);
  for (const part of parts) {
    const found = attribute.match(`AID${part}`);
    if (found !== undefined) attributes.set(found.id, found.value.replace(/"$/, ''));
  }
  return attributes;
};
