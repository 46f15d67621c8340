import type { DistributionPoint } from '../../content/distributionPoint';
import { scheduleInterval } from '../../validate/schedule/scheduleInterval';
import { writes } from './discardProblems';
import { isAbout, reportedMessages } from './messageMatch';
import { findingOf, type RuleFinding } from './ruleFinding';
import type { StatusRule } from './statusRule';

/** A DP, as far as retention is about it. */
export type ValidatingDp = Pick<
  DistributionPoint,
  'serverName' | 'validates' | 'validationSchedule' | 'isCloud'
>;

const day = 24 * 3_600_000;
/** More names nobody reads. */
const mostNames = 10;

/** Rules after which messages of a validation are deleted before the next one has begun. */
export const retentionProblems = (
  rules: readonly StatusRule[],
  dps: readonly ValidatingDp[],
): readonly RuleFinding[] => {
  const validating = dps.filter(({ validates, isCloud }) => validates === true && !isCloud);
  const timed = validating.map((dp) => ({ ...dp, interval: scheduleInterval(dp.validationSchedule ?? '') }));
  const unread = timed.filter(({ interval }) => interval === undefined);
  return [
    ...rules.flatMap((rule) => {
      const match = strongest(rule);
      const { daysToKeep } = rule;
      if (match === 'no' || daysToKeep === undefined || !writes(rule)) return [];
      const late = timed.filter(({ interval }) => interval !== undefined && daysToKeep * day < interval);
      if (late.length === 0) return [];
      const longest = Math.ceil(Math.max(...late.map(({ interval }) => interval ?? 0)) / day);
      return [
        findingOf(
          'shortRetention',
          match === 'yes' ? 'inferred' : 'notDecidable',
          rule,
          `Messages may be deleted after ${daysToKeep} days, and ${namesOf(late)} ${late.length === 1 ? 'validates' : 'validate'} more rarely, up to every ${longest} days. Between, nothing proves their content. ${
            match === 'yes'
              ? 'That the schedule of a DP is a schedule token is inferred.'
              : 'Whether the rule is about these messages is not decidable: it has entries whose meaning is not documented.'
          }`,
          `Keep these messages for more than ${longest} days, or have the DPs validate more often.`,
        ),
      ];
    }),
    ...(unread.length === 0
      ? []
      : [
          findingOf(
            'shortRetention',
            'notDecidable',
            undefined,
            `How often ${namesOf(unread)} ${unread.length === 1 ? 'validates' : 'validate'} is not known, so retention cannot be held against it.`,
            'Look at the schedules of content validation in the console.',
          ),
        ]),
  ];
};

const strongest = (rule: StatusRule): 'yes' | 'perhaps' | 'no' => {
  const matches = reportedMessages.map((message) => isAbout(rule, message));
  return matches.includes('yes') ? 'yes' : matches.includes('perhaps') ? 'perhaps' : 'no';
};

const namesOf = (dps: readonly Pick<ValidatingDp, 'serverName'>[]): string => {
  const names = dps.slice(0, mostNames).map(({ serverName }) => serverName);
  const more = dps.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
