import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseApplyArguments } from '../../../extension/cli/runArguments';
import { windowsArgument } from '../../../extension/core/commandLine/windowsArgument';
import type { ConnectionProfile } from '../../../extension/core/connection/profile';
import { scheduledTaskText } from '../../../extension/core/run/scheduledTask';
import { siteArguments } from '../../../extension/core/run/siteArguments';
import { readScript } from '../../support/windows/powerShellTexts';
import { takenApart } from '../../support/windows/takenApart';

const plain = { name: 'Nightly', node: 'C:\\node.exe', cli: 'C:\\cli\\main.js', at: '2027-01-31T02:00' };
const nasty = fc.string({
  unit: fc.constantFrom('a', ' ', '"', "'", '\\', '’', '$', '`', ';', '(', ')', '\n', '%'),
});

describe('the script that schedules a plan', () => {
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
        const { texts, code } = readScript(script);
        assert.equal(code, readScript(bare).code);
        assert.equal(texts[0], node.replaceAll('\n', ' '));
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
    const [taken = []] = takenApart(args.map(windowsArgument).join(' '));
    const wanted = parseApplyArguments(taken);
    assert.ok(wanted !== 'help');
    assert.equal(wanted.approve, 'abc');
    assert.equal(wanted.plan, 'C:\\plans\\a b.cmplan.json');
    assert.equal(wanted.site.kind, 'live');
    const { id, name } = profile;
    assert.deepEqual({ ...wanted.site.profile, id, name }, profile);
  });
});
