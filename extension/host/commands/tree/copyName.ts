import { env } from 'vscode';
import { chosenOf } from '../chosen';
import type { Command } from '../command';
import { describeNode } from '../../views/describeNode';

/** Copies the names of the selected nodes, a line each. */
export const copyName: Command = async ({ session, pairs, view }, args) => {
  const chosen = chosenOf(args, view);
  if (chosen.kind !== 'nodes') return;
  const names = chosen.nodes.map((node) => describeNode(node, session.state, pairs).label);
  await env.clipboard.writeText(names.join('\n'));
};
