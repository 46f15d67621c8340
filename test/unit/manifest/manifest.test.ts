import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import bundle from '../../../l10n/bundle.l10n.json';
import manifest from '../../../package.json';
import titles from '../../../package.nls.json';
import { ansiCodePages, defaultCodePage } from '../../../extension/core/logs/codePages';
import { biasPolicies } from '../../../extension/core/logs/time/utcOf';
import { commandIds } from '../../../extension/host/commands/commandIds';

const root = path.join(__dirname, '../../..');
const hostFolder = path.join(root, 'extension/host');
const hostSources = readdirSync(hostFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(hostFolder, file), 'utf8'));

const { contributes, activationEvents } = manifest;
const manifestText = JSON.stringify(manifest);
const matches = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, found = '']) => found);
const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();

describe('the manifest', () => {
  it('contributes exactly the commands that are registered', () =>
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(commandIds)));

  it('has a title for each key, and no title that nothing shows', () =>
    assert.deepEqual(sorted(matches(manifestText, /"%([^%"]+)%"/g)), sorted(Object.keys(titles))));

  it('gives no two commands the same title, because the palette shows nothing else', () => {
    const texts = Object.entries(titles).flatMap(([key, title]) =>
      key.startsWith('command.') ? [title] : [],
    );
    assert.deepEqual(
      texts.filter((title, place) => texts.indexOf(title) !== place),
      [],
    );
  });

  it('shows in menus, keys and welcome texts only commands that there are', () => {
    const { commandPalette, ...menus } = contributes.menus;
    const used = [...commandPalette, ...Object.values(menus).flat(), ...contributes.keybindings].map(
      ({ command }) => command,
    );
    const linked = matches(JSON.stringify(titles), /\(command:([\w.]+)\)/g);
    const known = new Set<string>(commandIds);
    assert.deepEqual(
      [...used, ...linked].filter((command) => !known.has(command)),
      [],
    );
  });

  it('keeps at most three icons above the tree at a time', () => {
    const places = contributes.menus['view/title']
      .map(({ group }) => group)
      .filter((group) => group.startsWith('navigation'));
    assert.ok(new Set(places).size <= 3, places.join(', '));
  });

  it('names an icon wherever a command is shown as one', () => {
    const shown = [
      ...contributes.menus['view/title'].filter(({ group }) => group.startsWith('navigation')),
      ...contributes.menus['view/item/context'].filter(({ group }) => group.startsWith('inline')),
    ];
    for (const { command } of shown)
      assert.ok(
        contributes.commands.some((one) => one.command === command && 'icon' in one),
        `${command} has no icon`,
      );
  });

  it('asks only for context keys that the extension sets', () => {
    const clauses = matches(manifestText, /"(?:when|enablement)":"([^"]+)"/g).join(' ');
    const asked = matches(clauses, /(?<!== )(configmgrContent\.\w+)/g);
    assert.ok(asked.length > 0);
    const set = hostSources.flatMap((source) => matches(source, /'setContext', '([^']+)'/g));
    assert.deepEqual(
      sorted(asked).filter((key) => !set.includes(key)),
      [],
    );
  });

  it('wakes up for each page that a window restores', () => {
    const viewTypes = hostSources.flatMap((source) => matches(source, /const viewType = '([^']+)'/g));
    assert.ok(viewTypes.length >= 3);
    for (const viewType of viewTypes)
      assert.ok(activationEvents.includes(`onWebviewPanel:${viewType}`), viewType);
  });

  it('offers for logs what their reader takes', () => {
    const { properties } = contributes.configuration;
    const { enum: pages, default: page } = properties['configmgrContent.logs.codePage'];
    assert.deepEqual([pages, page], [ansiCodePages, defaultCodePage]);
    for (const one of pages) assert.ok(new TextDecoder(one).encoding !== '', one);
    const { enum: policies, default: policy } = properties['configmgrContent.logs.bias'];
    assert.deepEqual([policies, policy], [biasPolicies, 'auto']);
  });

  it('points to icons that there are', () => {
    for (const icon of matches(manifestText, /"(resources\/[^"]+)"/g))
      assert.ok(existsSync(path.join(root, icon)), icon);
  });
});

describe('texts of the host', () => {
  it('are all listed for translators, and nothing else is', () => {
    const used = hostSources.flatMap((source) =>
      Array.from(
        source.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g),
        ([, single, double]) => (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'),
      ),
    );
    assert.deepEqual(sorted(Object.keys(bundle)), sorted(used));
    for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
  });
});
