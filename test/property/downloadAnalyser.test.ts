import assert from 'node:assert/strict';
import fc from 'fast-check';
import { downloadAnalyser } from '../../extension/core/logs/analyse/downloads/downloadAnalyser';
import type {
  Download,
  DownloadFacts,
  PullRun,
} from '../../extension/core/logs/analyse/downloads/downloadFacts';
import type { AnalysedLog } from '../../extension/core/logs/analyse/logAnalysis';
import { codeText, type RawError } from '../../extension/core/logs/analyse/rawErrors';
import { analysed } from '../support/logs/analysed';
import type { ClientDownloadTruth } from '../support/logs/client/clientDownload';
import { generateClient, type ClientLogs } from '../support/logs/client/generateClient';
import type { PullRunTruth } from '../support/logs/client/pullDownload';
import type { LogFile } from '../support/logs/rolledLog';

const soak = process.env.SOAK !== undefined;
const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

const only = (files: readonly LogFile[], pieceBytes?: number): AnalysedLog<DownloadFacts> => {
  const [found, ...others] = analysed([downloadAnalyser], files, pieceBytes);
  assert.ok(found !== undefined && others.length === 0);
  return found;
};

const bare = (guid: string): string => guid.replace(/[{}]/g, '');

const counts = (errors: readonly RawError[]): Readonly<Record<string, number>> =>
  Object.fromEntries(errors.map(({ code, count }) => [codeText(code), count]));

const byKey = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** What is compared of a download, in the words of its truth. */
const toldDownload = (download: Download) => ({
  job: download.job,
  content: download.content,
  sizeKb: download.sizeKb,
  offers: download.offers.map(({ server, locality }) => ({ server, locality })),
  stays: download.stays.map(({ server, elapsed, bytes, retries, errors }) => ({
    server,
    elapsed,
    bytes,
    retries,
    errors: counts(errors),
  })),
  emptyReplies: download.emptyReplies,
  outcome: download.outcome,
  hash:
    download.wrongHash === undefined ? undefined : [download.wrongHash.expected, download.wrongHash.actual],
});

const trueDownload = (truth: ClientDownloadTruth) => ({
  ...truth,
  job: bare(truth.job),
  hash: truth.hash === undefined ? undefined : [...truth.hash],
  stays: truth.stays.map(({ server, elapsed, bytes, retries, errors }) => ({
    server,
    elapsed,
    bytes,
    retries,
    errors,
  })),
});

const toldPull = (run: PullRun) => ({
  packageId: run.packageId,
  version: run.version,
  attempts: run.attempts,
  outcome: run.outcome,
  contents: run.contents.map(({ job, content, sources, bytes, retries, errors, outcome }) => ({
    job,
    content,
    source: sources.join(),
    bytes,
    retries,
    errors: counts(errors),
    outcome,
  })),
});

const truePull = ({ contents, ...run }: PullRunTruth) => ({
  ...run,
  contents: contents.map((content) => ({ ...content, job: bare(content.job) })),
});

const assertFound = (
  { downloads, pullRuns, unknown }: ClientLogs,
  found: AnalysedLog<DownloadFacts>,
): void => {
  assert.deepEqual(
    byKey(found.facts.downloads.map(toldDownload), ({ job }) => job),
    byKey(downloads.map(trueDownload), ({ job }) => job),
  );
  const runKey = (run: { packageId: string; version: number | undefined }): string =>
    `${run.packageId}.${run.version ?? ''}`;
  assert.deepEqual(byKey(found.facts.pullRuns.map(toldPull), runKey), byKey(pullRuns.map(truePull), runKey));
  assert.deepEqual(
    found.notKnown.samples.map(({ shape, count }) => [shape, count]),
    [['Some other words #', unknown]],
  );
  assert.deepEqual([found.facts.otherTransfers, found.facts.otherErrors], [[], []]);
};

describe('the analysis of downloads', () => {
  it('finds what happened, however the logs were torn and rolled over', () =>
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 12 }), (value, jobs) => {
        const logs = generateClient(jobs, value);
        assertFound(logs, only(logs.files));
      }),
      { numRuns: soak ? 2000 : 60 },
    ));

  it('finds the same in any order of the logs and any pieces of them', () =>
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 500 }), (value, pieceBytes) => {
        const logs = generateClient(5, value);
        const names = [...new Set(logs.files.map(({ file }) => file.replace(/[-.].*$/, '')))];
        const turned = names
          .toReversed()
          .flatMap((name) => logs.files.filter(({ file }) => file.startsWith(name)));
        assertFound(logs, only(turned, pieceBytes));
      }),
      { numRuns: soak ? 500 : 15 },
    ));

  it('takes nothing for true that a log that is missing would have told', () =>
    fc.assert(
      fc.property(seed, fc.nat(4), (value, gone) => {
        const logs = generateClient(6, value, 0);
        const names = ['CAS', 'ContentTransferManager', 'LocationServices', 'DataTransferService', 'PullDP'];
        const files = logs.files.filter(({ file }) => !file.startsWith(`CCM/Logs/${names[gone] ?? ''}`));
        if (files.length === 0) return;
        const { facts, report } = only(files);
        const truths = new Map(logs.downloads.map((truth) => [bare(truth.job), truth]));
        for (const download of facts.downloads) {
          const truth = truths.get(download.job);
          assert.ok(truth !== undefined);
          assert.ok(['', truth.content].includes(download.content));
          assert.ok(download.stays.every(({ server }, index) => server === truth.stays[index]?.server));
          // The manager takes a content for complete whose hash only the other log tells.
          const missed = truth.outcome === 'failed' ? 'succeeded' : 'open';
          assert.ok([truth.outcome, missed].includes(download.outcome), download.outcome);
        }
        for (const { lines } of report.findings) assert.ok(lines.length > 0);
      }),
      { numRuns: soak ? 500 : 25 },
    ));

  it('says in words what to look at, with the lines that it rests on', () => {
    const logs = generateClient(60, 7);
    const { findings, sections } = only(logs.files).report;
    const texts = findings.map(({ text }) => text);
    for (const words of [
      /has no location left/,
      / and should be /,
      /left DP\S+ after .* for DP/,
      /waits: the/,
    ])
      assert.ok(
        texts.some((text) => words.test(text)),
        String(words),
      );
    assert.ok(texts.some((text) => /^Package \w{8} version \d+ of the pull DP failed\. Content_/.test(text)));
    assert.deepEqual(
      sections.map(({ id }) => id),
      ['downloads', 'sources', 'locations', 'pull'],
    );
    const tones = findings.map(({ tone }) => tone);
    assert.deepEqual(tones, [
      ...tones.filter((tone) => tone === 'error'),
      ...tones.filter((tone) => tone !== 'error'),
    ]);
  });
});
