import { logFolder, runRecordName, usualCleanupFolder } from '../../../core/library/cleanup/cleanupPlaces';
import type { DemoDp } from '../site/demoDp';
import type { DemoPackage } from '../site/demoPackage';
import type { SiteModel } from '../site/siteModel';
import { hour } from '../site/time';
import { place, type DiskFolders } from './demoDisk';
import { libraryFolder } from './libraryFolders';
import { bytesOf, sha256, type PackageFiles } from './packageFiles';

/** A package of which something lies in a DP's library that the site does not target there. */
export interface SurplusPackage {
  readonly what: DemoPackage;
  /** PkgLib and WMI name it. */
  readonly isListed: boolean;
  readonly files: PackageFiles;
}

/** What the cleanup tool said it would delete on a DP. */
export interface WhatIfRun {
  /** File in the folder of logs. */
  readonly name: string;
  readonly text: string;
  /** Beside it, as the script writes it when the tool has ended. */
  readonly record: string;
  readonly ended: number;
  /** What it names: bytes by package ID; undefined: no line of it tells a size. */
  readonly items: ReadonlyMap<string, number | undefined>;
}

/** How long ago the tool was run, of the time that the site begins with. */
const age = 3 * hour;

/**
 * The demo site's own words: how the tool of Microsoft words its log is documented nowhere, and nothing here rests on
 * these.
 */
export const whatIfRun = (
  { options, siteServer }: Pick<SiteModel, 'options' | 'siteServer'>,
  dp: DemoDp,
  surplus: readonly SurplusPackage[],
): WhatIfRun => {
  const ended = options.now - age;
  const root = `${dp.drive}:\\${libraryFolder}`;
  const items = new Map<string, number | undefined>();
  const lines = surplus.flatMap(({ what, isListed, files }): readonly string[] => {
    const sizes = sizesOf(what, files);
    const known = sizes.filter((size) => size !== undefined);
    items.set(what.packageId, known.length === 0 ? undefined : known.reduce((a, b) => a + b));
    return [
      ...(isListed ? [`${root}\\PkgLib\\${what.packageId}.INI would be deleted`] : []),
      ...files.contents.map(
        ({ contentId }, at) =>
          `${root}\\DataLib\\${contentId} of ${what.packageId} would be deleted${sizeText(sizes[at])}`,
      ),
    ];
  });
  const text = [
    'Content library cleanup, what-if mode (composed by the demo site)',
    `Distribution point: ${dp.server}`,
    `Site server: ${siteServer}`,
    'Reading the content library',
    ...lines,
    `Content of ${surplus.length} packages would be deleted`,
    '',
  ].join('\r\n');
  const name = `WhatIf-${dp.server}-${stamp(ended)}.log`;
  const record = JSON.stringify({
    dp: dp.server,
    mode: 'whatIf',
    sha256: sha256(text),
    result: 0,
    ended: new Date(ended).toISOString(),
    library: root,
    drives: `${dp.drive}:\\`,
  });
  return { name, text, record, ended, items };
};

export const placeWhatIf = (folders: DiskFolders, { name, text, record, ended }: WhatIfRun): void => {
  const folder = logFolder(usualCleanupFolder).replace(/^\w:\\/, '');
  for (const [file, content] of [
    [name, text],
    [runRecordName(name), record],
  ] as const) {
    const bytes = bytesOf(content, 'utf8');
    place(folders, `${folder}\\${file}`, { kind: 'file', modified: ended, bytes: () => bytes });
  }
};

/** As the site knows them, since what lies on the demo disk is a few bytes only. */
const sizesOf = (what: DemoPackage, { contents }: PackageFiles): readonly (number | undefined)[] =>
  contents.length === 1
    ? [what.kilobytes === undefined ? undefined : what.kilobytes * 1024]
    : contents.map((_, at) => what.contents[at]);

const sizeText = (size: number | undefined): string =>
  size === undefined ? '' : ` (${size.toLocaleString('en-US')} bytes)`;

const stamp = (time: number): string =>
  new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
