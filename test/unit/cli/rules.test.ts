import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withoutMessage } from '../../../extension/cli/rules/startWorker';
import { parsePlan } from '../../../extension/core/redistribute/document/parsePlan';
import { parseApproval } from '../../../extension/core/statusRules/approval/approvalDocument';
import { parseOutcome, type RuleOutcome } from '../../../extension/core/statusRules/ruleOutcome';
import type { CheckedRules } from '../../../extension/core/statusRules/check/rulesReport';
import { ran, type Ran } from './running';

const demo = ['--demo', 'small', '--seed', '5'];
const dpName = 'dpham01.contoso.local';

describe('the command line and rules', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'rules-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Locks and journals go below the folder, not to the user's. */
  const run = (args: readonly string[]): Promise<Ran> =>
    ran(args, { XDG_DATA_HOME: folder, LOCALAPPDATA: folder, USERDOMAIN: 'CONTOSO' });
  const queue = (): string => path.join(folder, 'queue');
  const tell = (computer: string, more: readonly string[] = []): Promise<Ran> =>
    run(['on-message', ...demo, '--queue', queue(), ...more, '--message', '2386', `--computer=${computer}`]);
  const outcome = (): RuleOutcome => {
    const [name = ''] = readdirSync(path.join(queue(), 'outcomes'));
    const parsed = parseOutcome(readFileSync(path.join(queue(), 'outcomes', name), 'utf8'));
    assert.ok(parsed !== undefined);
    return parsed;
  };
  const log = (): string => readFileSync(path.join(queue(), 'on-message.log'), 'utf8');

  const approve = async (actions: string): Promise<readonly string[]> => {
    const file = path.join(folder, 'approved.json');
    const caps = ['--max-steps', '500', '--max-dps', '5', '--max-gigabytes', '500'];
    const given = ['--site-code', 'PS1', '--actions', actions, ...caps, '--output', file];
    const { code, said } = await run(['rules', 'approve', ...given]);
    assert.equal(code, 0, said);
    return ['--approved', file];
  };

  it('plan the repair of a DP that has told, and leave it for review', async () => {
    const { code, said } = await tell('DPHAM01');
    assert.equal(code, 0, said);
    const { kind, words, dpName: named } = outcome();
    assert.deepEqual([kind, named.toLowerCase()], ['review', dpName]);
    assert.match(words, /rule names no file of approvals/);
    const [, file = '', hash = ''] = /apply --plan "(.+)" --approve (\w+)/.exec(words) ?? [];
    const parsed = parsePlan(readFileSync(file, 'utf8'));
    assert.ok(parsed.kind === 'plan' && parsed.plan.hash === hash);
    assert.ok(parsed.plan.steps.length > 0);
    for (const step of parsed.plan.steps) assert.equal(step.dpName.toLowerCase(), dpName);
    assert.match(log(), /CONTOSO\\\\?\w+ on /);
    await tell('dpham01.contoso.local');
    assert.match(log(), /left alone until/);
  });

  it('apply what was approved beforehand, once, and write down what became of it', async () => {
    const approved = await approve('validate,redistribute,distribute');
    const { code, said } = await tell(dpName, approved);
    assert.equal(code, 0, said);
    const { kind, words, spent } = outcome();
    assert.equal(kind, 'carriedOut', words);
    assert.equal(spent.length, 1);
    assert.equal(readdirSync(path.join(queue(), 'runs')).length, 1);
    await tell(dpName, approved);
    assert.equal(readdirSync(path.join(queue(), 'runs')).length, 1);
    assert.equal(outcome().spent.length, 1);
  });

  it('apply nothing by an approval of something else, or one that was changed', async () => {
    const approved = await approve('validate');
    await tell(dpName, approved);
    assert.match(outcome().words, /Not approved: /);
    rmSync(queue(), { recursive: true });
    const file = approved[1] ?? '';
    writeFileSync(file, readFileSync(file, 'utf8').replace('"PS1"', '"XXX"'));
    await tell(dpName, approved);
    assert.match(outcome().words, /for site XXX/);
    assert.throws(() => readdirSync(path.join(queue(), 'runs')));
  });

  it('look at the lists of a DP on 2388, and plan their repair', async () => {
    const args = ['on-message', ...demo, '--queue', queue(), '--message', '2388'];
    const { code, said } = await run([...args, '--computer=dppar01']);
    assert.equal(code, 0, said);
    assert.match(log(), /2388 of \S+: look for mismatches on the DP/);
    const { message, kind } = outcome();
    assert.equal(message, 2388);
    assert.ok(kind === 'review' || kind === 'nothing', log());
  });

  for (const computer of ['dp ham', 'x" --approved "y', '..\\evil', '', '-x', 'a/b', 'dp%msgsys'])
    it(`take no message of ${JSON.stringify(computer)}`, async () => {
      const { code } = await tell(computer);
      assert.equal(code, 2);
      assert.throws(() => readdirSync(queue()));
    });

  it('take no option twice, and nothing behind the name', async () => {
    for (const more of [['--queue', 'elsewhere'], ['--approved', 'x.json'], ['behind'], ['--']]) {
      const args = ['on-message', ...demo, '--queue', queue(), '--message', '2386', '--computer=dp1'];
      const { code } = await run([...args, ...more]);
      assert.equal(code, 2, more.join(' '));
    }
    assert.throws(() => readdirSync(queue()));
  });

  it('leave to the worker all arguments but the message', () =>
    assert.deepEqual(
      withoutMessage([
        '--site',
        'a',
        '--message',
        '2386',
        '--queue',
        'q',
        '--computer=dp1',
        '--message=2388',
      ]),
      ['--site', 'a', '--queue', 'q'],
    ));

  it('check the rules of a site, as a report and as data', async () => {
    const data = await run(['rules', 'check', ...demo, '--format', 'json']);
    const { rules, findings } = JSON.parse(data.output) as CheckedRules;
    assert.ok(rules.length >= 13);
    assert.equal(data.code, findings.length > 0 ? 1 : 0);
    const { output } = await run(['rules', 'check', ...demo]);
    assert.match(output, /^# Status filter rules of site PS1/);
    for (const { name } of rules) assert.ok(output.includes(`### ${name.slice(0, 12)}`), name);
  });

  it('generate the script, and refuse what a rule cannot run', async () => {
    const site = ['--sql-server', 'sql01', '--database', 'CM_P01', '--user', 'reader'];
    const paths = ['--cli', 'D:\\Content Ä\\cli\\main.js', '--queue', 'D:\\queue'];
    const file = path.join(folder, 'rules.ps1');
    const { code, said } = await run(['rules', 'generate', ...site, ...paths, '--output', file]);
    assert.equal(code, 0, said);
    const script = readFileSync(file, 'utf8');
    assert.ok(script.startsWith('\ufeff#') && script.includes('\r\n'));
    assert.match(script, /"--computer=%msgsys"/);
    assert.match(script, /--windows-auth/);
    assert.doesNotMatch(script, /--user/);
    const refused = await run([
      'rules',
      'generate',
      ...site,
      '--cli',
      '%windir%\\x.js',
      '--queue',
      'D:\\100%',
    ]);
    assert.equal(refused.code, 2);
    assert.match(refused.said, /percent sign/);
    assert.equal((await run(['rules', 'generate', ...demo, ...paths])).code, 2);
  });

  for (const [given, problem] of [
    [['--actions', 'remove'], /--actions takes one of/],
    [['--actions', 'validate'], /--max-steps is needed/],
    [['--actions', 'validate', '--max-steps', '0'], /--max-steps is needed/],
    [
      [
        '--actions',
        'validate',
        '--max-steps',
        '5',
        '--max-dps',
        '2',
        '--max-gigabytes',
        '1',
        '--days',
        '400',
      ],
      /366/,
    ],
  ] as const)
    it(`approve nothing by "${given.join(' ')}"`, async () => {
      const { code, said } = await run(['rules', 'approve', '--site-code', 'P01', ...given]);
      assert.equal(code, 2);
      assert.match(said, problem);
    });

  it('understand only approvals that are whole', async () => {
    const [, file = ''] = await approve('validate,distribute');
    const text = readFileSync(file, 'utf8');
    assert.equal(parseApproval(text).kind, 'approval');
    for (const [from, to] of [
      ['"version": 1', '"version": 2'],
      ['"stepsPerDay": 500', '"stepsPerDay": -1'],
      ['"stepsPerDay": 500', '"stepsPerDay": "500"'],
      ['"validate"', '"remove"'],
      ['"siteCode"', '"site"'],
      ['"expires": "20', '"expires": "19'],
      ['"actions"', '"actions": ["validate"], "actions"'],
      ['}', ''],
    ] as const)
      assert.equal(parseApproval(text.replace(from, to)).kind, 'refused', `${from} -> ${to}`);
  });
});
