import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMessageArguments } from '../../../extension/cli/rules/messageArguments';
import { isComputerName } from '../../../extension/core/statusRules/computerName';
import {
  programLine,
  programProblems,
  type RuleProgram,
} from '../../../extension/core/statusRules/programLine';
import { ruleMessages, senderVariable } from '../../../extension/core/statusRules/ruleMessage';
import { rulesScript } from '../../../extension/core/statusRules/rulesScript';
import { findRuleProblems } from '../../../extension/core/statusRules/check/findRuleProblems';
import { parseStatusRule } from '../../../extension/core/statusRules/check/statusRule';
import { UsageError } from '../../../extension/cli/usage';
import { readScript } from '../../support/windows/powerShellTexts';
import { takenWithProgram } from '../../support/windows/takenApart';

const plain: RuleProgram = {
  node: 'C:\\Program Files\\nodejs\\node.exe',
  cli: 'D:\\ConfigMgr Content\\cli\\main.js',
  site: ['--sql-server', 'sql01.contoso.com', '--database', 'CM_PS1', '--windows-auth'],
  queue: 'D:\\ConfigMgr Content\\queue',
  approved: 'D:\\ConfigMgr Content\\approved.json',
};

/** Names that Windows lets a file have, and some that it does not. */
const anyPath = fc
  .array(fc.constantFrom(...Array.from('ab é漢🙂\'’“”`$&^;,=()!#[]{}~@+-_.%"\\|')), {
    minLength: 1,
    maxLength: 20,
  })
  .map((characters) => `D:\\${characters.join('')}`);

const anyProgram = fc.record({
  node: anyPath,
  cli: anyPath,
  site: fc.constant(plain.site),
  queue: anyPath,
  approved: fc.option(anyPath, { nil: undefined }),
});

describe('the program line of a rule', () => {
  it('gives the command line every path as it is, or is refused with the reason', () =>
    fc.assert(
      fc.property(anyProgram, fc.constantFrom(...ruleMessages), (program, message) => {
        const problems = programProblems(program);
        if (problems.length > 0) {
          assert.throws(() => programLine(program, message));
          for (const problem of problems) assert.match(problem, /percent|full path|characters/);
          return;
        }
        const line = programLine(program, message).replace(senderVariable, 'DP1.contoso.com');
        for (const [node, cli, verb, ...args] of takenWithProgram(line)) {
          assert.deepEqual([node, cli, verb], [program.node, program.cli, 'on-message']);
          const { queue, approved, computer, message: given } = parseMessageArguments(args);
          assert.deepEqual([queue, approved], [program.queue, program.approved]);
          assert.deepEqual([computer, given], ['DP1.contoso.com', message]);
        }
      }),
      { numRuns: 500 },
    ));

  it('hands on one name and nothing else, whatever a message holds in its place', () =>
    fc.assert(
      fc.property(
        fc
          .array(
            fc.oneof(
              fc.constantFrom(
                '"',
                '\\',
                ' ',
                '--approved',
                '--queue=',
                '=',
                'X:\\evil.json',
                '2388',
                '--message',
                '--',
              ),
              fc.string({ maxLength: 4 }),
            ),
            { maxLength: 8 },
          )
          .map((parts) => parts.join('').replaceAll('\0', '')),
        (sender) => {
          const line = programLine(plain, 2386).replace(senderVariable, () => sender);
          for (const [, , , ...args] of takenWithProgram(line))
            try {
              const given = parseMessageArguments(args);
              assert.ok(isComputerName(given.computer), given.computer);
              assert.deepEqual(
                [given.queue, given.approved, given.message],
                [plain.queue, plain.approved, 2386],
              );
            } catch (error) {
              assert.ok(error instanceof UsageError, String(error));
            }
        },
      ),
      { numRuns: 1000 },
    ));

  it('is refused where a rule would change or cut it', () => {
    const problemOf = (changed: Partial<RuleProgram>): string =>
      programProblems({ ...plain, ...changed }).join();
    assert.match(problemOf({ cli: '%ProgramFiles%\\main.js' }), /full path/);
    assert.match(problemOf({ cli: 'D:\\50%scripts\\main.js' }), /percent sign/);
    assert.match(problemOf({ site: ['--database', 'CM_%sc'] }), /percent sign/);
    assert.match(problemOf({ queue: `D:\\${'long\\'.repeat(180)}x` }), /1024/);
    assert.match(problemOf({ node: 'node.exe' }), /full path/);
    assert.equal(problemOf({}), '');
  });

  it('has nothing wrong with it by the rule checker', () => {
    const rules = ruleMessages.map((message) =>
      parseStatusRule(`Status Filter Rule: ${message}`, [
        `Code=${message}`,
        'Component=SMS_Distribution_Point_Monitoring',
        `Whatever=${programLine(plain, message)}`,
      ]),
    );
    assert.deepEqual(
      findRuleProblems(
        rules.filter((rule) => rule !== undefined),
        [],
      ),
      [],
    );
  });
});

describe('the script that makes the rules', () => {
  it('has values only as quoted texts, whatever the paths', () =>
    fc.assert(
      fc.property(
        anyProgram.filter((program) => programProblems(program).length === 0),
        (program) => {
          const { texts, code } = readScript(rulesScript({ siteCode: 'PS1', program }));
          const bare = { ...plain, ...(program.approved === undefined ? { approved: undefined } : {}) };
          const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');
          assert.deepEqual(
            lines(code),
            lines(readScript(rulesScript({ siteCode: 'PS1', program: bare })).code),
          );
          for (const message of ruleMessages) assert.ok(texts.includes(programLine(program, message)));
        },
      ),
    ));

  it('uses only parameters that New-CMStatusFilterRule has, and balances its brackets', () => {
    const script = rulesScript({ siteCode: 'PS1', program: plain });
    const { code } = readScript(script);
    const splatted = Array.from(code.matchAll(/^ {4}(\w+) = /gm), ([, name]) => name);
    const given = Array.from(
      /New-CMStatusFilterRule @rule(.*)/.exec(code)?.[1]?.matchAll(/-(\w+)/g) ?? [],
      ([, name]) => name,
    );
    assert.deepEqual([...new Set(splatted)], ['Name', 'MessageId', 'ProgramPath']);
    assert.deepEqual(given, ['SiteCode', 'ComponentName', 'RunProgram']);
    for (const [open, close] of ['()', '{}', '[]'])
      assert.equal(code.split(open ?? '').length, code.split(close ?? '').length, open);
    assert.match(script, /Manage Status Filters/);
    assert.match(script, /which account/);
  });
});
