import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ran } from './running';

const line = (message: string, component = 'SMS_DISTRIBUTION_MANAGER'): string =>
  `${message}  $$<${component}><05-09-2023 06:26:25.828-60><thread=2212 (0x8A4)>\r\n`;

const own = {
  disabled: ['dp-on-site-server'],
  signatures: [
    {
      id: 'backup-runs',
      title: 'The backup runs',
      severity: 'warning',
      pattern: 'backup of {package:package} runs',
      meaning: 'The source is locked.',
      advice: ['Wait for it.'],
      source: 'ticket 17',
    },
    { id: 'broken', pattern: 'x' },
  ],
};

describe('known trouble on the command line', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'signatures-'));
    writeFileSync(
      at('distmgr.log'),
      [
        line('CContentDefinition::TotalFileSizes failed; 0x80070003'),
        line(
          'The distribution point is on the siteserver and the package is a content type package. There is nothing to be copied over.',
        ),
        line('Backup of CS100026 runs', 'BACKUP'),
      ].join(''),
    );
    writeFileSync(at('own.json'), JSON.stringify(own));
  });
  after(() => rmSync(folder, { recursive: true }));

  const found = async (...args: readonly string[]) => {
    const { code, output, said } = await ran(['logs', 'analyse', at('distmgr.log'), ...args]);
    const printed = output
      .trimEnd()
      .split('\n')
      .map(
        (text) =>
          JSON.parse(text) as { kind: string; analyser: string; cells?: { id: string }; text?: string },
      );
    const known = printed.filter(({ analyser }) => analyser === 'signatures');
    return {
      code,
      said,
      ids: known.filter(({ kind }) => kind === 'row').map(({ cells }) => cells?.id),
      texts: known.filter(({ kind }) => kind === 'finding').map(({ text }) => text),
    };
  };

  it('is found beside what the analysers say', async () => {
    const { code, ids, texts, said } = await found();
    assert.equal(code, 1);
    assert.deepEqual(ids, ['source-not-found', 'dp-on-site-server']);
    assert.match(texts[0] ?? '', /^The source folder of a package is missing \(at 2023-05-09 06:26:25\)\. /);
    assert.match(said, /1 of 3 records are of no component that is analysed \(BACKUP\)/);
  });

  it('can be added to and taken away by a file, whose faults are said and change nothing else', async () => {
    const { ids, texts, said } = await found('--signatures', at('own.json'));
    assert.deepEqual(ids, ['source-not-found', 'backup-runs']);
    assert.equal(texts[1], 'The backup runs (at 2023-05-09 06:26:25). The source is locked. Wait for it.');
    assert.match(said, /own\.json: signatures\[1\]\.pattern: Write at least 4 characters/);
  });

  it('of a file that is not there is an error', async () => {
    const { code, said } = await ran(['logs', 'analyse', at('distmgr.log'), '--signatures', at('none.json')]);
    assert.equal(code, 2);
    assert.match(said, /none\.json cannot be read/);
  });
});
