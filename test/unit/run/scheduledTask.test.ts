import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseApplyArguments } from '../../../extension/cli/runArguments';
import type { ConnectionProfile } from '../../../extension/core/connection/profile';
import { scheduledTaskText, windowsArgument } from '../../../extension/core/run/scheduledTask';
import { siteArguments } from '../../../extension/core/run/siteArguments';

/** As CommandLineToArgvW takes a command line apart, after the program. */
const taken = (line: string): readonly string[] => {
  const found: string[] = [];
  let current: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const slashes = /^\\*/.exec(line.slice(at))?.[0].length ?? 0;
    if (slashes > 0) {
      const beforeQuote = line[at + slashes] === '"';
      current = (current ?? '') + '\\'.repeat(beforeQuote ? slashes >> 1 : slashes);
      at += slashes - 1;
      if (!beforeQuote || slashes % 2 === 0) continue;
      current += '"';
      at += 1;
    } else if (line[at] === '"') {
      isQuoted = !isQuoted;
      current ??= '';
    } else if (/\s/.test(line[at] ?? '') && !isQuoted) {
      if (current !== undefined) found.push(current);
      current = undefined;
    } else current = (current ?? '') + (line[at] ?? '');
  }
  return current === undefined ? found : [...found, current];
};

/** The texts between the quotes of a PowerShell line, unescaped; what is outside of quotes is left over. */
const quotedOf = (line: string): { readonly texts: readonly string[]; readonly rest: string } => {
  const quote = /['\u2018-\u201b]((?:[^'\u2018-\u201b]|(['\u2018-\u201b])\2)*)['\u2018-\u201b]/g;
  const texts = Array.from(line.matchAll(quote), ([, text = '']) =>
    text.replaceAll(/(['\u2018-\u201b])\1/g, '$1'),
  );
  return { texts, rest: line.replaceAll(quote, '') };
};

const plain = { name: 'Nightly', node: 'C:\\node.exe', cli: 'C:\\cli\\main.js', at: '2027-01-31T02:00' };
const nasty = fc.string({
  unit: fc.constantFrom('a', ' ', '"', "'", '\\', '’', '$', '`', ';', '(', ')', '\n', '%'),
});

describe('the script that schedules a plan', () => {
  it('gives the program each argument as it was', () =>
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 6 }), (args) => {
        assert.deepEqual(taken(args.map(windowsArgument).join(' ')), args);
      }),
    ));

  it('has values only as quoted texts: none of them is a command', () =>
    fc.assert(
      fc.property(nasty, nasty, nasty, fc.array(nasty, { maxLength: 4 }), (name, node, cli, args) => {
        const script = scheduledTaskText({ name, node, cli, args, at: plain.at });
        const bare = scheduledTaskText({
          name: '',
          node: '',
          cli: '',
          args: args.map(() => ''),
          at: plain.at,
        });
        const code = (text: string): string =>
          text
            .split('\n')
            .filter((line) => !line.startsWith('#'))
            .map((line) => quotedOf(line).rest)
            .join('\n');
        assert.equal(code(script), code(bare));
        assert.equal(
          quotedOf(script.split('\n').find((line) => line.startsWith('$node')) ?? '').texts[0],
          node.replaceAll('\n', ' '),
        );
      }),
    ));

  it('carries the hash of the plan, and reaches the command line as it is meant', () => {
    const profile: ConnectionProfile = {
      id: 'p01',
      name: 'P01',
      server: 'sql01.contoso.com',
      instance: 'CM',
      database: 'CM_P01',
      authentication: 'ntlm',
      user: 'reader',
      domain: 'CONTOSO',
      encrypt: false,
      trustServerCertificate: true,
    };
    const args = [...siteArguments(profile), '--plan', 'C:\\plans\\a b.cmplan.json', '--approve', 'abc'];
    const wanted = parseApplyArguments(taken(args.map(windowsArgument).join(' ')));
    assert.ok(wanted !== 'help');
    assert.equal(wanted.approve, 'abc');
    assert.equal(wanted.plan, 'C:\\plans\\a b.cmplan.json');
    assert.equal(wanted.site.kind, 'live');
    const { id, name } = profile;
    assert.deepEqual({ ...wanted.site.profile, id, name }, profile);
  });
});
