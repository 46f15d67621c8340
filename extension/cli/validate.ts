import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../adapters/machine/atomicFile';
import { findMissing } from '../app/findMissing';
import { refreshSite } from '../app/refreshSite';
import { readTimeZones } from '../app/validate/readTimeZones';
import type { DistributionPoint } from '../core/content/distributionPoint';
import type { DpKey } from '../core/content/nalPath';
import type { SiteFacts } from '../core/reconcile/siteFacts';
import { defaultCaps } from '../core/redistribute/caps';
import { printPlan } from '../core/redistribute/document/printPlan';
import { planSummary } from '../core/redistribute/planSummary';
import { calendarRows } from '../core/validate/calendar/calendar';
import { calendarCsv, calendarEvents, calendarIcs } from '../core/validate/calendar/calendarExport';
import { readCalendarSettings } from '../core/validate/calendar/calendarSettings';
import { dpTimeZones } from '../core/validate/calendar/dpTimeZones';
import type { TimeZone } from '../core/validate/schedule/timeZone';
import { planDpValidation } from '../core/validate/planDpValidation';
import { validatingDps } from '../core/validate/validatingDps';
import { startFindingsInProcess } from '../workers/findings/startFindings';
import type { CommandLine } from './missing';
import { openSite, type OpenedSite } from './openSite';
import type { ExitCode } from './run';
import { usage, UsageError } from './usage';
import { parseValidateArguments, type ValidateArguments } from './validateArguments';

const day = 24 * 60 * 60 * 1000;

/**
 * Plans to validate all content of distribution points, or tells when they validate. Nothing is written to the site.
 * @returns 0: there is a plan with steps, or a calendar; 1: there is nothing that the plan would do
 * @throws UsageError, SiteConnectError, SiteReadError
 */
export const validate = async (args: readonly string[], line: CommandLine): Promise<ExitCode> => {
  const wanted = parseValidateArguments(args);
  if (wanted === 'help') {
    await line.write(usage);
    return 0;
  }
  const { say, environment, signal } = line;
  const site = await openSite(wanted, environment, say, signal);
  const running = startFindingsInProcess();
  try {
    say(`Reading site ${site.info.siteCode} ...\n`);
    const inventory = await refreshSite(site, signal);
    const { facts } = await findMissing(site, running.findings, inventory, signal);
    const dps = chosenOf(inventory.distributionPoints, wanted.dps);
    return wanted.calendar === undefined
      ? await writePlan(wanted, dps, facts, site.clock.now(), line)
      : await writeCalendar(wanted, wanted.calendar, dps, facts, site, line);
  } finally {
    await running.dispose();
    await site.close();
  }
};

/** @throws UsageError for a name that is no DP's, or that of several; no name means all */
const chosenOf = (
  all: readonly DistributionPoint[],
  names: readonly string[],
): readonly DistributionPoint[] =>
  names.length === 0
    ? all
    : names.map((name) => {
        const [dp, another] = all.filter(({ serverName }) => serverName.toLowerCase() === name.toLowerCase());
        if (dp === undefined || another !== undefined)
          throw new UsageError(
            `${dp === undefined ? 'No distribution point' : 'More than one distribution point'} has the server name "${name}".`,
          );
        return dp;
      });

const writePlan = async (
  { atOnce, spreadMinutes, output }: ValidateArguments,
  dps: readonly DistributionPoint[],
  facts: SiteFacts,
  now: number,
  { write, say }: CommandLine,
): Promise<ExitCode> => {
  const { readAt, cycles, inventory } = facts;
  const plan = planDpValidation([...new Set(dps)], {
    siteCode: inventory.siteCode,
    caps: { ...defaultCaps, dpsAtOnce: atOnce, spreadMinutes },
    now,
    readAt,
    validating: validatingDps(cycles, now),
    cycles,
  });
  const document = printPlan(plan);
  await (output === undefined ? write(document) : writeAtomically(output, (text) => text(document)));
  say(`${planSummary(plan).join('\n')}\n`);
  for (const { dpName, reason } of plan.refused) say(`${dpName}: ${reason}\n`);
  if (plan.steps.length === 0) return 1;
  say(
    `Nothing was started. Review it, then: configmgr-content apply --plan ${output ?? '<file>'} --approve ${plan.hash}\n`,
  );
  return 0;
};

const writeCalendar = async (
  { days, settings, output, readTimeZones: asks }: ValidateArguments,
  format: NonNullable<ValidateArguments['calendar']>,
  dps: readonly DistributionPoint[],
  { cycles }: SiteFacts,
  { clock, wmi, info }: OpenedSite,
  { write, say, signal }: CommandLine,
): Promise<ExitCode> => {
  const { windows, timeZones, problems } = readCalendarSettings(await settingsOf(settings));
  const told = asks
    ? await readTimeZones({ wmi }, dps, signal)
    : { zones: new Map<DpKey, TimeZone>(), notRead: [] };
  for (const problem of [...problems, ...told.notRead]) say(`${problem}\n`);
  const now = clock.now();
  const sources = { dps, cycles, windows, zoneOf: dpTimeZones(timeZones, told.zones), now };
  const rows = calendarRows(sources, now, now + days * day);
  const events = calendarEvents(rows, undefined);
  const text = format === 'csv' ? calendarCsv(events) : calendarIcs(events, info.siteCode, now);
  await (output === undefined ? write(text) : writeAtomically(output, (writeTo) => writeTo(text)));
  const unknown = rows.filter(({ zone }) => zone.source === 'assumed').length;
  say(
    `${events.length} validations of ${rows.length} distribution points in ${days} days${unknown === 0 ? '' : `; the time zone of ${unknown} is not known, and taken for UTC`}.\n`,
  );
  return 0;
};

const settingsOf = async (file: string | undefined): Promise<unknown> => {
  if (file === undefined) return {};
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file} cannot be used as settings: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
};
