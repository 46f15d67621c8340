// One measurement, in a process of its own: node main.js index|naive ccm|server FILE. Prints figures as JSON.
import { closeSync, openSync, readSync } from 'node:fs';
import { nodeLogBytes } from '../../../../extension/adapters/files/nodeLogBytes';
import { LogIndex } from '../../../../extension/core/logs/index/logIndex';
import { LogScanner } from '../../../../extension/core/logs/scan/logScanner';
import { naiveChunk, naiveExpressions } from './naive';

const indexFile = (file: string): number => {
  const index = new LogIndex();
  const scanner = new LogScanner(nodeLogBytes(), index.add);
  const handle = openSync(file, 'r');
  const piece = 2 ** 17;
  for (;;) {
    const length = readSync(handle, scanner.room(piece), 0, piece, null);
    if (length === 0) break;
    scanner.filled(length);
  }
  scanner.end();
  closeSync(handle);
  return index.length;
};

/** Keeps nothing, and misses the records at the ends of chunks. */
const scanNaively = (file: string, form: 'ccm' | 'server'): number => {
  const expression = naiveExpressions[form];
  const handle = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(naiveChunk);
  let records = 0;
  for (;;) {
    const length = readSync(handle, chunk, 0, chunk.length, null);
    if (length === 0) break;
    const text = chunk.toString('utf8', 0, length);
    expression.lastIndex = 0;
    while (expression.exec(text) !== null) records++;
  }
  closeSync(handle);
  return records;
};

const [way, form, file = ''] = process.argv.slice(2);
const [began, before] = [performance.now(), process.cpuUsage()];
const records = way === 'index' ? indexFile(file) : scanNaively(file, form === 'server' ? 'server' : 'ccm');
const used = process.cpuUsage(before);
console.log(
  JSON.stringify({
    records,
    seconds: (performance.now() - began) / 1000,
    processorSeconds: (used.user + used.system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
