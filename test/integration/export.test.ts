import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ExportRow } from '../../extension/core/export/exportRow';
import { Prompts } from './support/prompts';
import { connectTo, contentApi, eventually, leave, pages, run } from './support/window';

type Items = readonly vscode.QuickPickItem[];

const labelled =
  (label: RegExp) =>
  (items: Items): unknown =>
    items.find((item) => label.test(item.label));

describe('exports', function () {
  this.timeout(60_000);
  let folder: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'export-'));
    await connectTo('small');
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await leave();
  });

  const exported = async (what: RegExp, format: string, names: RegExp, file: string): Promise<string> => {
    const target = path.join(folder, file);
    await Prompts.during(async (prompts) => {
      prompts.picks.push(labelled(what), labelled(new RegExp(format)), labelled(names));
      prompts.saveTo = vscode.Uri.file(target);
      await run('configmgrContent.content.export');
      assert.deepEqual(prompts.errors, []);
      const [said] = prompts.said;
      assert.match(said?.message ?? '', new RegExp(`^Exported \\d+ rows to ${file}\\.$`));
      assert.deepEqual(said?.buttons, ['Open']);
    });
    return readFileSync(target, 'utf8');
  };

  it('hold every expected pair that the tree counts', async () => {
    const text = await exported(/Every expected pair/, 'JSON', /as they are/, 'all.json');
    const rows = JSON.parse(text) as readonly ExportRow[];
    const { state } = await contentApi();
    assert.equal(rows.length, state.summary?.site.expected);
    assert.equal(rows.filter(({ verdict }) => verdict === 'validated').length, state.summary?.site.validated);
  });

  it('name no server when asked not to, and open in a spreadsheet', async () => {
    const text = await exported(/All findings/, 'CSV', /Other names/, 'findings.csv');
    assert.ok(text.startsWith('\ufeffpackageId,'));
    assert.doesNotMatch(text, /contoso/i);
    assert.deepEqual(readdirSync(folder).sort(), ['all.json', 'findings.csv']);
  });

  it('leave nothing behind when a question is left', () =>
    Prompts.during(async (prompts) => {
      prompts.picks.push(labelled(/All findings/), labelled(/HTML/));
      prompts.saveTo = vscode.Uri.file(path.join(folder, 'never.html'));
      await run('configmgrContent.content.export');
      assert.deepEqual(prompts.said, []);
      assert.ok(!readdirSync(folder).includes('never.html'));
    }));
});

describe('saved filters', function () {
  this.timeout(60_000);
  after(leave);

  const offered = async (): Promise<readonly string[]> => {
    let labels: readonly string[] = [];
    await Prompts.during(async (prompts) => {
      prompts.picks.push((items) => {
        labels = items.map(({ label }) => label);
        return undefined;
      });
      await run('configmgrContent.content.pickFilter');
    });
    return labels;
  };

  it('open the page with the filter; what is saved is offered until it is deleted', async () => {
    await connectTo('small');
    await Prompts.during(async (prompts) => {
      prompts.picks.push(labelled(/Clients will hit these/));
      await run('configmgrContent.content.pickFilter');
      await eventually('the page', () => pages().length === 1);
      prompts.picks.push(labelled(/Save this filter/));
      prompts.inputs.push('My own');
      await run(
        'configmgrContent.content.pickFilter',
        { kind: 'view', filter: 'dp:zrh', except: [] },
        'demo',
      );
      assert.deepEqual(prompts.errors, []);
    });
    assert.ok((await offered()).some((label) => label.endsWith('My own')));
    await Prompts.during(async (prompts) => {
      prompts.picks.push(labelled(/Delete a saved filter/), labelled(/My own/));
      await run('configmgrContent.content.pickFilter');
    });
    assert.ok(!(await offered()).some((label) => label.endsWith('My own')));
  });

  it('are not saved when they are not understood', () =>
    Prompts.during(async (prompts) => {
      prompts.picks.push(labelled(/Save this filter/));
      await run('configmgrContent.content.pickFilter', { kind: 'view', filter: 'foo:x', except: [] }, 'demo');
      assert.match(prompts.errors[0]?.message ?? '', /Unknown field foo/);
    }));
});
