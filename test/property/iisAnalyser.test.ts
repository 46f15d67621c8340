import assert from 'node:assert/strict';
import fc from 'fast-check';
import { iisAnalyser } from '../../extension/core/logs/analyse/iis/iisAnalyser';
import type { IisFacts } from '../../extension/core/logs/analyse/iis/iisFacts';
import type { AnalysedLog } from '../../extension/core/logs/analyse/logAnalysis';
import { analysed } from '../support/logs/analysed';
import { iisLogs } from '../support/logs/client/iisLog';
import { Draw } from '../support/logs/draw';
import type { LogFile } from '../support/logs/rolledLog';

const only = (files: readonly LogFile[], pieceBytes?: number): AnalysedLog<IisFacts> => {
  const [found, ...others] = analysed([iisAnalyser], files, pieceBytes);
  assert.ok(found !== undefined && others.length === 0);
  return found;
};

const fields =
  '#Fields: date time cs-method cs-uri-stem c-ip cs(User-Agent) sc-status sc-substatus sc-win32-status';
const content = 'Content_3f0b1f5e-0000-4a2b-8f1b-0123456789ab.1';

const found = (...requests: readonly string[]): AnalysedLog<IisFacts> => {
  const lines = requests.map((request, second) => `2014-02-10 00:15:${10 + second} ${request}`);
  return only([{ file: 'u_ex140210.log', bytes: Buffer.from([fields, ...lines, ''].join('\r\n')) }]);
};

const get = (code: string, client = '10.0.0.1', path = `/SMS_DP_SMSPKG$/${content}/a.exe`): string =>
  `GET ${path} ${client} Microsoft+BITS/7.8 ${code.replace('.', ' ')} 0`;

describe('the analysis of IIS', () => {
  it('counts requests by content, status and agent, and knows blocked content from logons', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 - 1 }),
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 20, max: 5000 }),
        (seed, clients, pieceBytes) => {
          const { files, contents, otherRequests, unknown } = iisLogs(clients, new Draw(seed));
          const { facts, notKnown } = only(files, pieceBytes);
          const told = new Map(facts.contents.map((one) => [one.content, one]));
          assert.equal(told.size, contents.length);
          for (const truth of contents) {
            const one = told.get(truth.content);
            const refused = Object.fromEntries(
              facts.refusals
                .filter((refusal) => refusal.content === truth.content)
                .map(({ method, status, subStatus, count }) => [`${method} ${status}.${subStatus}`, count]),
            );
            assert.deepEqual(
              {
                content: one?.content,
                requests: one?.requests,
                answered: one?.answered,
                logons: one?.logons,
                bytes: one?.bytes,
                refused,
              },
              truth,
            );
            const sum = Object.values(truth.refused).reduce((all, count) => all + count, 0);
            assert.equal(one?.refused, sum);
          }
          assert.deepEqual([facts.otherRequests, notKnown.count], [otherRequests, unknown]);
          const asked = contents.reduce((sum, { requests }) => sum + requests, 0);
          for (const counted of [facts.agents, facts.statuses])
            assert.equal(
              counted.reduce((sum, { count }) => sum + count, 0),
              asked,
            );
        },
      ),
      { numRuns: process.env.SOAK === undefined ? 60 : 2000 },
    ));

  it('takes a 401 for a failure only when the same client gets nothing else for the path', () => {
    const { facts } = found(get('401.2'), get('401.2', '10.0.0.2'), get('401.1'), get('200.0'));
    assert.deepEqual(
      facts.contents.map(({ logons, refused, clients }) => ({ logons, refused, clients })),
      [{ logons: 2, refused: 1, clients: 2 }],
    );
    assert.deepEqual(
      facts.refusals.map(({ status, subStatus, count, first }) => [status, subStatus, count, first.line]),
      [[401, 2, 1, 3]],
    );
  });

  it('says why content is blocked, and what to do', () => {
    const { report } = found(
      get('404.7', '10.0.0.1', `/SMS_DP_SMSPKG$/${content}/web.config`),
      get('404.7', '10.0.0.2', `/SMS_DP_SMSPKG$/CS100026.1/web.config`),
      get('404.8', '10.0.0.1', `/SMS_DP_SMSPKG$/CS100026.1/bin/a.dll`),
      `PROPFIND /SMS_DP_SMSPKG$/${content} 10.0.0.1 SMS+CCM+5.0 405 0 0`,
      get('500.0', '10.0.0.1', `/SMS_DP_SMSPKG$/${content}/page.aspx`),
    );
    assert.deepEqual(
      report.findings.map(({ text }) => text),
      [
        'GET of 2 contents was answered 2 times with 404.7: request filtering denies the file extension. Allow the extension in request filtering.',
        'GET of CS100026.1 was answered 1 time with 404.8: request filtering hides a folder of this name. Remove it from the hidden segments.',
        `PROPFIND of ${content} was answered 1 time with 405.0: WebDAV Publishing, or another handler, takes the request for the list of files. Remove WebDAV Publishing from the DP’s web server.`,
        `GET of ${content} was answered 1 time with 500.0: ASP.NET runs files of this kind in place of sending them. Run the DP’s application pool in Classic mode.`,
      ],
    );
    assert.deepEqual(report.findings[1]?.subject, { content: 'CS100026.1', packageId: 'CS100026' });
  });
});
