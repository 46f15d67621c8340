import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SiteConnectError } from '../ports/siteConnectError';

/** Far more than any file of certificates. */
const mostBytes = 1_000_000;

const pem = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g;

/**
 * The certificates of a file, as PEM: Windows exports one as `.cer`, in Base64 or binary (DER); authorities hand out
 * several in one text.
 * @param file full path
 * @throws SiteConnectError `certificate`, with the next step
 */
export const authoritiesIn = async (file: string): Promise<readonly string[]> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unusable(file, `it cannot be read (${error instanceof Error ? error.message : String(error)})`);
  });
  if (bytes.length > mostBytes) throw unusable(file, 'it is too large to be one');
  const texts = bytes.toString('latin1').match(pem) ?? [];
  try {
    return (texts.length > 0 ? texts : [bytes]).map((one) => new X509Certificate(one).toString());
  } catch {
    throw unusable(file, 'it holds none in the formats PEM and DER (.cer, .crt, .pem; not .p7b or .pfx)');
  }
};

const unusable = (file: string, why: string): SiteConnectError =>
  new SiteConnectError(
    'certificate',
    `${file} was named as the certificate of an authority, but ${why}. Export the certificate of the authority as Base64 (.cer), and name that file with its full path.`,
  );
