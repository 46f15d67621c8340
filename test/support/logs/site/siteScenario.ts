import { Draw } from '../draw';
import { rolledLog, type LogFile } from '../rolledLog';
import type { Bias, WrittenRecord } from '../writtenRecord';
import { distribute } from './distribution';
import type { Scribe } from './scribe';
import { send } from './sends';
import type { SiteTruth } from './siteTruth';
import { transfer } from './transferWork';
import { validate } from './validations';

/** A log of a scenario, without its ending, and the form that its component has. */
export interface ScenarioLog {
  readonly name: string;
  readonly form: 'ccm' | 'server';
  readonly records: readonly WrittenRecord[];
}

export interface SiteScenario {
  readonly logs: readonly ScenarioLog[];
  readonly truth: SiteTruth;
}

const began = Date.UTC(2023, 4, 9, 6);
const hourMs = 3_600_000;

const dpNames = ['DP1.CONTOSO.COM', 'DP2.CONTOSO.COM', 'DP10.CONTOSO.COM', 'PULL1.CONTOSO.COM'];

/** A site that distributes some packages, with noise between, and what its logs have to be read as. */
export const siteScenario = (seed: number, bias: Bias, packages = 6): SiteScenario => {
  const draw = new Draw(seed);
  const { log, truth: distmgr, handOvers } = distribute(draw, began, dpNames, packages);
  const { log: transfers, ...work } = transfer(draw, handOvers, bias);
  for (const { dp, packageId, status, ended } of work.transfers)
    if (status !== undefined && ended !== undefined) {
      distmgr.statuses.push({ packageId, dp, status });
      log.say(
        ended + 500,
        4000,
        `~Successfully updated the package server status for ["Display=\\\\${dp}\\"]MSWNET:["SMS_SITE=PS1"]\\\\${dp}\\ for package ${packageId}, Status ${String(status)}`,
      );
    }
  const { sender, scheduler, sends } = send(draw, began, packages * 2);
  const validated = dpNames.slice(0, 2).map((dp) => {
    const ids = [...new Set(work.transfers.filter((job) => job.dp === dp).map((job) => job.packageId))];
    return { dp, ...validate(draw, began + hourMs, dp, ids) };
  });
  for (const one of [log, transfers, sender, ...validated.map((dp) => dp.log)])
    addNoise(draw, one, packages * 3);
  return {
    logs: [
      { name: 'site/distmgr', form: 'server', records: log.records },
      { name: 'site/PkgXferMgr', form: 'server', records: transfers.records },
      { name: 'site/sender', form: 'server', records: sender.records },
      { name: 'site/sched', form: 'server', records: scheduler.records },
      ...validated.map(({ dp, log: { records } }) => ({
        name: `${dp}/smsdpmon`,
        form: 'ccm' as const,
        records,
      })),
    ],
    truth: {
      distmgr,
      transfers: work.transfers,
      limits: work.limits,
      sends,
      validations: validated.flatMap(({ validations }) => validations),
    },
  };
};

/** How many lines of noise a log has that no analyser knows: they have this word. */
export const unknownWord = 'Frobnicated';

const addNoise = (draw: Draw, log: Scribe, count: number): void => {
  for (let line = 0; line < count; line++) {
    const at = began + draw.int(0, 2 * hourMs);
    log.say(at, 99_000 + draw.int(0, 3), `${unknownWord} ${String(draw.int(1, 1e6))} things of ${draw.guid}`);
  }
};

/** The files of a scenario, in reading order. */
export const scenarioFiles = (
  { logs }: SiteScenario,
  seed: number,
  making: { readonly bias: Bias; readonly rolls: number; readonly torn: number },
): readonly LogFile[] => {
  const draw = new Draw(seed);
  return logs.flatMap(({ records, ...log }) => rolledLog(records, { ...log, ...making }, draw));
};
