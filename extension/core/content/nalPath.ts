/** `["Display=\\SRV\"]MSWNET:["SMS_SITE=ABC"]\\SRV\` taken apart; the Display and site parts may lack. */
export interface NalPath {
  readonly server: string;
  readonly siteCode: string | undefined;
  readonly text: string;
}

/** One DP, whatever the spelling of its NAL path: lower-case server and resource type. */
export type DpKey = string & { readonly brand: 'DpKey' };

const pattern = /^(?:\["Display=[^"]*"\])?(?:\w+:)?(?:\["SMS_SITE=(\w{3})"\])?\\\\([^\\]+)\\?/i;

/** Parses a NAL path; undefined for text that is none (a bare server name is none). */
export const parseNalPath = (text: string): NalPath | undefined => {
  const match = pattern.exec(text);
  const server = match?.[2];
  return server === undefined ? undefined : { server, siteCode: match?.[1]?.toUpperCase(), text };
};

/** The DP's identity from a server name and v_DistributionPointInfo.ResourceType (`Windows NT Server`, `Windows Azure`). */
export const dpKey = (server: string, resourceType: string): DpKey =>
  `${server.toLowerCase()}|${resourceType.toLowerCase()}` as DpKey;

/** The DP's identity from its NAL path; undefined when that names no server. */
export const dpKeyOfNalPath = (nalPath: string, resourceType: string): DpKey | undefined => {
  const parsed = parseNalPath(nalPath);
  return parsed === undefined ? undefined : dpKey(parsed.server, resourceType);
};
