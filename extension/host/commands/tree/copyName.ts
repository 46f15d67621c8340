import { env } from 'vscode';
import { chosenOf } from '../chosen';
import type { Command } from '../command';
import { siteKeyOf } from '../../../core/siteTree/node';
import { describeNode } from '../../views/describeNode';

/** Copies the names of the selected nodes, a line each. */
export const copyName: Command = async ({ sites, view }, args) => {
  const chosen = chosenOf(args, view);
  if (chosen.kind !== 'nodes') return;
  const names = chosen.nodes.flatMap((node) => {
    const site = sites.of(siteKeyOf(node));
    return site === undefined ? [] : [describeNode(node, site).label];
  });
  await env.clipboard.writeText(names.join('\n'));
};
