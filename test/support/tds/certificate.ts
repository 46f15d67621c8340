import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';

export interface Certificate {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
  /** PEM of the authority that issued it: itself, when it is self-signed. */
  readonly vouching: string;
}

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
};

/** One DER element. */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const octets = (part: Buffer): Buffer => der(0x04, part);
const bits = (part: Buffer): Buffer => der(0x03, Buffer.from([0]), part);
const objectId = (...bytes: readonly number[]): Buffer => der(0x06, Buffer.from(bytes));
const time = (date: Date): Buffer =>
  der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/\D/g, '')}Z`));

const nameOf = (name: string): Buffer =>
  sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));

const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
const commonName = objectId(0x55, 0x04, 0x03);
const subjectAltName = objectId(0x55, 0x1d, 0x11);
const basicConstraints = objectId(0x55, 0x1d, 0x13);

const year = 365 * 86_400_000;

/** A new self-signed certificate for localhost and 127.0.0.1, good for a year. */
export const selfSigned = (): Certificate => {
  const certificate = issue('localhost', true);
  return { ...certificate, vouching: certificate.cert };
};

/** A certificate for localhost, not for its address, of an authority that was made for it. */
export const issuedByAuthority = (): Certificate => {
  const authority = issue('Authority of the tests', true);
  return { ...issue('localhost', false, authority), vouching: authority.cert };
};

type Issued = Omit<Certificate, 'vouching'>;

const issue = (subject: string, isAuthority: boolean, issuer?: Issued): Issued => {
  const now = Date.now();
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const address = issuer === undefined ? [der(0x87, Buffer.from([127, 0, 0, 1]))] : [];
  const hosts = sequence(der(0x82, Buffer.from('localhost')), ...address);
  const authority = isAuthority ? sequence(der(0x01, Buffer.from([0xff]))) : sequence();
  const toSign = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([issuer === undefined ? 1 : 2])),
    ecdsaWithSha256,
    nameOf(issuer === undefined ? subject : new X509Certificate(issuer.cert).subject.replace('CN=', '')),
    sequence(time(new Date(now - 86_400_000)), time(new Date(now + year))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(sequence(subjectAltName, octets(hosts)), sequence(basicConstraints, octets(authority))),
    ),
  );
  const signature = sign('sha256', toSign, issuer?.key ?? privateKey);
  const certificate = sequence(toSign, ecdsaWithSha256, bits(signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`,
  };
};
