import { createHash } from 'node:crypto';
import { encodeText } from '../../files/textEncoding';
import type { TextEncoding } from '../../../ports/remoteFiles';
import type { DemoPackage } from '../site/demoPackage';
import { Random } from '../site/random';

/** A file of a package's source. */
export interface SourceFile {
  /** Below the content's folder, with `\`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hex digits in upper case. */
  readonly hash: string;
}

export interface SourceContent {
  /** As DataLib names it. */
  readonly contentId: string;
  readonly hash: string;
  readonly files: readonly SourceFile[];
}

/** What a version of a package is made of, and how a DP writes that down. */
export interface PackageFiles {
  readonly contents: readonly SourceContent[];
  /** The .INI of PkgLib, in an encoding that is the package's own. */
  readonly ini: Uint8Array;
  readonly encoding: TextEncoding;
}

/** Types whose content is named by package and version; applications and updates have contents of their own. */
const byVersion: ReadonlySet<number> = new Set([0, 3, 257, 258, 259]);

const encodings: readonly TextEncoding[] = ['ansi', 'utf8bom', 'utf16lebom', 'ansi', 'ansi', 'utf16le'];

const ownFiles = ['setup.exe', 'data1.cab', 'Readme (öäü).txt', 'deploy\\config.xml', 'deploy\\run.cmd'];
/** Many packages bring the same ones: FileLib holds them once. */
const sharedFiles = ['vc_redist.x64.exe', 'license.rtf'];

/** The same package and version always gives the same bytes. */
export const packageFiles = (what: DemoPackage, version: number): PackageFiles => {
  const { packageId, type } = what;
  const isByVersion = byVersion.has(type);
  const count = isByVersion ? 1 : Math.max(1, what.contents.length);
  const contents = Array.from({ length: count }, (_, at): SourceContent => {
    const contentId = isByVersion
      ? `${packageId}.${String(version)}`
      : `Content_${guid(`${packageId} ${String(at)}`)}.${String(version)}`;
    const files = sourceFiles(contentId, new Random(`files of ${packageId} ${String(at)}`));
    return { contentId, hash: sha256(contentId), files };
  });
  const random = new Random(`ini of ${packageId}`);
  const encoding = random.pick(encodings);
  const extra = random.chance(0.15) ? 'LastTouched=132987654321098765\r\n' : '';
  const text = isByVersion
    ? `${random.chance(0.3) ? '[info]' : '[Info]'}\r\nVersion=${String(version)}\r\n${extra}`
    : `${extra === '' ? '' : `[Info]\r\n${extra}`}[Packages]\r\n${contents.map(({ contentId }) => `${contentId}=\r\n`).join('')}`;
  return { contents, encoding, ini: bytesOf(text, encoding) };
};

export const sha256 = (of: string | Uint8Array): string =>
  createHash('sha256').update(of).digest('hex').toUpperCase();

/** @throws Error for a character that the encoding does not have */
export const bytesOf = (text: string, encoding: TextEncoding): Uint8Array => {
  const bytes = encodeText(text, encoding);
  if (bytes === undefined) throw new Error(`${encoding} cannot hold ${JSON.stringify(text)}.`);
  return bytes;
};

const sourceFiles = (contentId: string, random: Random): readonly SourceFile[] => {
  const own = random.shuffled(ownFiles).slice(0, random.int(1, 4));
  const shared = random.chance(0.3) ? [random.pick(sharedFiles)] : [];
  return [...own, ...shared].map((path) => {
    const origin = shared.includes(path) ? 'many packages' : contentId;
    const bytes = Buffer.from(`Demo file ${path} of ${origin}\n`);
    return { path, bytes, hash: sha256(bytes) };
  });
};

const guid = (seed: string): string =>
  sha256(seed)
    .toLowerCase()
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
