// @ts-check
// Makes extension/core/logs/errors/names.json: the names of Windows' error codes, from headers in the public domain.
//   npm run tables                   takes the headers from the project's own repository
//   npm run tables -- <folder>       takes them from a folder, such as /usr/share/mingw-w64/include
// The result is committed, so that a build needs no network.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { headerNames } from './errors/headerNames.mjs';
import { root } from './project.mjs';

const version = 'v10.0.0';
const upstream = `https://raw.githubusercontent.com/mingw-w64/mingw-w64/${version}/mingw-w64-headers/include`;
const target = path.join(root, 'extension/core/logs/errors/names.json');

/** Of those that give a code a name, the first wins. */
const headers = ['winerror.h', 'wuerror.h', 'bitsmsg.h', 'msi.h', 'lmerr.h', 'ntstatus.h'];

/** What each header says of itself; one that does not is not used. */
const publicDomain = 'This file has no copyright assigned and is placed in the Public Domain.';

const [folder] = process.argv.slice(2);

/** @param {string} header */
const read = async (header) => {
  if (folder !== undefined) return readFile(path.join(folder, header), 'utf8');
  const answer = await fetch(`${upstream}/${header}`);
  if (!answer.ok)
    throw new Error(`${upstream}/${header} answered ${answer.status}; give a folder with headers.`);
  return answer.text();
};

/** @type {{ win32: Map<number, string>, hresult: Map<number, string>, ntStatus: Map<number, string> }} */
const names = { win32: new Map(), hresult: new Map(), ntStatus: new Map() };
/** @type {Record<string, string>} */
const sha256 = {};

for (const header of headers) {
  const text = await read(header);
  if (!text.slice(0, 200).includes(publicDomain)) throw new Error(`${header} is not in the public domain.`);
  sha256[header] = createHash('sha256').update(text).digest('hex');
  for (const { name, code } of headerNames(text)) {
    const family = header === 'ntstatus.h' ? names.ntStatus : code > 0xffff ? names.hresult : names.win32;
    if (code !== 0 && !family.has(code)) family.set(code, name);
  }
}

/**
 * @param {ReadonlyMap<number, string>} table
 * @param {10 | 16} radix
 */
const rows = (table, radix) =>
  // JavaScript would put keys that look like numbers in another order than these.
  [...table].sort(([a], [b]) => a - b).map(([code, name]) => `${code.toString(radix).toUpperCase()} ${name}`);

const table = {
  source: `mingw-w64 headers ${version} (https://www.mingw-w64.org)`,
  licence: 'public domain, as each of the headers says',
  sha256,
  win32: rows(names.win32, 10),
  hresult: rows(names.hresult, 16),
  ntStatus: rows(names.ntStatus, 16),
};
await writeFile(
  target,
  await format(JSON.stringify(table), { ...(await resolveConfig(target)), filepath: target }),
);
console.log(
  `${path.relative(root, target)}: ${table.win32.length} Win32, ${table.hresult.length} HRESULT, ${table.ntStatus.length} NTSTATUS`,
);
