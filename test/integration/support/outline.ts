import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { TreeItemCollapsibleState, type TreeItem, type TreeItemLabel } from 'vscode';
import type { SiteNode } from '../../../extension/core/siteTree/node';
import type { ContentApi } from '../../../extension/host/contentApi';

/** A node as the tree view gets it. */
export interface Shown {
  readonly node: SiteNode;
  readonly item: TreeItem;
  readonly label: string;
  readonly description: string;
}

const textOf = (label: string | TreeItemLabel | undefined): string =>
  typeof label === 'string' ? label : (label?.label ?? '');

export const childrenOf = async ({ tree }: ContentApi, parent?: Shown): Promise<readonly Shown[]> => {
  await setImmediate(); // as VS Code, which asks for each list in a message of its own
  const nodes = (await tree.getChildren(parent?.node)) ?? [];
  return Promise.all(
    nodes.map(async (node) => {
      const item = await tree.getTreeItem(node);
      return { node, item, label: textOf(item.label), description: String(item.description ?? '') };
    }),
  );
};

/** Goes down by labels: `['Distribution Points', 'DP1.contoso.local']`. */
export const find = async (api: ContentApi, ...labels: readonly string[]): Promise<Shown> => {
  let [at] = await childrenOf(api);
  assert.ok(at, 'the tree is empty');
  for (const label of labels) {
    const children = await childrenOf(api, at);
    at = children.find((child) => child.label === label);
    assert.ok(at, `no "${label}" among ${children.map((child) => child.label).join(', ')}`);
  }
  return at;
};

export const isLeaf = ({ item }: Shown): boolean => item.collapsibleState === TreeItemCollapsibleState.None;
