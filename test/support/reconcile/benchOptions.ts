import { parseArgs } from 'node:util';
import type { SiteCounts, SiteOptions } from '../../../extension/adapters/demo/site/siteModel';

export interface BenchOptions {
  readonly site: SiteOptions & { readonly counts: SiteCounts };
  /** How often all ways are asked, in turn. */
  readonly rounds: number;
  /** How many DPs the peers' queries are measured at. */
  readonly sample: number;
}

const sizes: Readonly<Record<string, SiteCounts>> = {
  small: { dps: 12, packages: 60 },
  medium: { dps: 300, packages: 1000 },
};

/** From here on only the messages of the cycles that decide are generated. */
const big = 20_000;

/** @throws Error that names the option; `--size small|medium`, or `--dps` and `--packages` */
export const benchOptions = (args: readonly string[]): BenchOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: 'medium' },
      dps: { type: 'string' },
      packages: { type: 'string' },
      seed: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '3' },
      sample: { type: 'string', default: '10' },
    },
  });
  const named = sizes[values.size];
  if (named === undefined) throw new Error(`--size is small or medium, not ${values.size}.`);
  const counts = {
    dps: whole('dps', values.dps ?? String(named.dps)),
    packages: whole('packages', values.packages ?? String(named.packages)),
  };
  return {
    site: {
      size: counts.dps * counts.packages < big ? 'small' : 'medium',
      counts,
      seed: whole('seed', values.seed),
      release: 'current',
      now: Date.UTC(2026, 5, 1, 12),
    },
    rounds: whole('rounds', values.rounds),
    sample: whole('sample', values.sample),
  };
};

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a number from 1 on, not ${text}.`);
  return value;
};
