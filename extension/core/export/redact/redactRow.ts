import { parseNalPath } from '../../content/nalPath';
import type { SiteInventory } from '../../content/siteInventory';
import type { ExportRow } from '../exportRow';
import type { ExportHead } from '../exportWriter';
import { Redactor } from './redactor';

/** Knows the servers of a site. DPs are numbered by name, so that their numbers tell nothing else. */
export const siteRedactor = (
  { distributionPoints, siteServer }: SiteInventory,
  servers: readonly string[],
): Redactor =>
  new Redactor(
    distributionPoints.map(({ serverName }) => serverName).sort(),
    [siteServer, ...servers].filter((name) => name !== ''),
  );

/** The row without names of servers and domains. Codes, verdicts and names of views stay as they are. */
export const redactRow = (redactor: Redactor, row: ExportRow): ExportRow => {
  const dpName = redactor.server(row.dpName, 'dp');
  const server = parseNalPath(row.dpNalPath)?.server;
  if (server !== undefined) redactor.server(server, 'dp');
  return {
    ...row,
    packageName: redactor.name(row.packageName),
    dpName,
    dpNalPath: redactor.text(row.dpNalPath),
    groups: row.groups.map((group) => redactor.text(group)),
    reason: redactor.text(row.reason),
    evidence: row.evidence.map((fact) => ({ ...fact, value: redactor.text(fact.value) })),
  };
};

export const redactHead = (redactor: Redactor, head: ExportHead): ExportHead => ({
  ...head,
  siteName: redactor.text(head.siteName),
  filter: redactor.text(head.filter),
  redacted: true,
});
