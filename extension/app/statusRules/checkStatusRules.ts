import { findRuleProblems } from '../../core/statusRules/check/findRuleProblems';
import type { CheckedRules } from '../../core/statusRules/check/rulesReport';
import { parseStatusRule, type StatusRule } from '../../core/statusRules/check/statusRule';
import type { ValidatingDp } from '../../core/statusRules/check/retentionProblems';
import type { CimBrowser, CimValue } from '../../ports/cim';
import type { Clock } from '../../ports/clock';
import type { SiteInfo } from '../../ports/siteConnection';

/** A site whose provider can be asked. */
export interface CheckedSite {
  readonly info: SiteInfo;
  readonly wmi: Pick<CimBrowser, 'query'>;
  readonly clock: Clock;
}

/** Reads the status filter rules of a site and looks for what is wrong with them. Nothing is written. @throws CimError */
export const checkStatusRules = async (
  { info, wmi, clock }: CheckedSite,
  dps: readonly ValidatingDp[],
  signal: AbortSignal,
): Promise<CheckedRules> => {
  const readAt = clock.now();
  const rules = await readStatusRules(info, wmi, signal);
  return { siteCode: info.siteCode, readAt, rules, findings: findRuleProblems(rules, dps) };
};

/** The site control file's lists of SMS_STATUS_MANAGER, as far as they are rules (configmgr.md 11.2). @throws CimError */
const readStatusRules = async (
  { siteCode, provider }: SiteInfo,
  wmi: Pick<CimBrowser, 'query'>,
  signal: AbortSignal,
): Promise<readonly StatusRule[]> => {
  const query = {
    className: 'SMS_SCI_SCPropertyList',
    properties: ['PropertyListName', 'Values'],
    where: { SiteCode: siteCode, FileType: 2, ItemType: 'SMS_STATUS_MANAGER' },
  };
  const rules: StatusRule[] = [];
  for await (const page of wmi.query(provider, query, signal))
    for (const { PropertyListName, Values } of page) {
      const rule = parseStatusRule(String(PropertyListName), textsOf(Values));
      if (rule !== undefined) rules.push(rule);
    }
  if (rules.length === 0)
    throw new Error(
      `${provider.computer} showed no status filter rule of site ${siteCode}, and every site has some. Check that the account may read the site.`,
    );
  return rules;
};

const textsOf = (value: CimValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
