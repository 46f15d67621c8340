import { siteKeyOf } from '../../../core/siteTree/node';
import { validatingDps } from '../../../core/validate/validatingDps';
import { chosenOf } from '../chosen';
import { planLimits, validationPace } from '../../plans/planLimits';
import type { Command } from '../command';
import { connected } from '../connected';
import { pickDps } from '../pickPair';

/** Plans a validation of everything on the chosen DPs (smsdpmon). */
export const validateDp: Command = async (host, args) => {
  const { known, site, facts } = connected(host, args);
  const chosen = chosenOf(args, host.view);
  const keys = new Set(
    chosen.kind === 'nodes'
      ? chosen.nodes
          .filter((node) => siteKeyOf(node) === known.key)
          .flatMap((node) => (node.kind === 'dp' || node.kind === 'pair' ? [node.dp] : []))
      : [],
  );
  const chosenDps = facts.inventory.distributionPoints.filter(({ key }) => keys.has(key));
  const dps = chosenDps.length > 0 ? chosenDps : await pickDps(known);
  if (dps.length === 0) return;
  const now = site.connection.clock.now();
  const caps = { ...planLimits().caps, ...validationPace() };
  const { siteCode } = facts.inventory;
  const validating = validatingDps(facts.cycles, now);
  const { planDpValidation } = await import('../../../core/validate/planDpValidation.js');
  const { readAt, cycles } = facts;
  host.plans.propose(planDpValidation(dps, { siteCode, caps, now, readAt, validating, cycles }), site);
};
