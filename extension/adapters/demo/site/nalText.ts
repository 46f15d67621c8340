/** A standard DP's NAL path; the display part is what some rows and messages lack. */
export const nalText = (server: string, siteCode: string, display: boolean): string =>
  `${display ? `["Display=\\\\${server}\\"]` : ''}MSWNET:["SMS_SITE=${siteCode}"]\\\\${server}\\`;

/** The part of a DP that a NAL path tells, with what v_DistributionPointInfo calls it. */
export interface NalPathRow {
  readonly nalId: number;
  readonly nalPath: string;
  readonly serverName: string;
  readonly siteCode: string;
  readonly resourceType: string;
  readonly dpId: number;
}
