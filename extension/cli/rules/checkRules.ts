import { checkStatusRules } from '../../app/statusRules/checkStatusRules';
import { refreshSite } from '../../app/refreshSite';
import { rulesReport } from '../../core/statusRules/check/rulesReport';
import type { CommandLine } from '../missing';
import { jsonText } from '../printable';
import { openRuleSite } from './openRuleSite';
import type { CheckArguments } from './rulesArguments';

/**
 * Prints what is wrong with a site's status filter rules.
 * @returns how many findings there are
 * @throws UsageError, SiteConnectError, SiteReadError, CimError
 */
export const checkRules = async (
  wanted: CheckArguments,
  { write, say, environment, signal }: CommandLine,
): Promise<number> => {
  const { connection, wmi } = await openRuleSite(wanted, environment, say, signal);
  try {
    say(`Reading the rules of site ${connection.info.siteCode} ...\n`);
    const { distributionPoints } = await refreshSite(connection, signal);
    const { info, clock } = connection;
    const checked = await checkStatusRules({ info, wmi, clock }, distributionPoints, signal);
    await write(wanted.format === 'md' ? rulesReport(checked) : jsonText(checked));
    return checked.findings.length;
  } finally {
    await connection.close();
  }
};
