// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @type {(text: string) => unknown} */
export const parseJson = JSON.parse;

/** @param {string} folder one with a package.json */
export const readManifest = (folder) =>
  /** @type {{ publisher: string, name: string, version: string }} */ (
    parseJson(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  );
