/** What an address on a distribution point tells; names of servers in upper case. */
export interface ContentUrl {
  /** '' in a path without a server. */
  readonly server: string;
  /** Files of the content, or its signature. */
  readonly area: 'package' | 'signature';
  /** `Content_….1`, `CS100026.1` or `CS100026`, as written; '' for the directory itself. */
  readonly content: string;
}

const address = /^(?:https?:\/\/([^/:\s]{1,255})(?::\d{1,5})?)?\/([^/\s]{1,100})(?:\/([^/\s]{0,300}))?/i;

/** `SMS_DP_SMSPKG$`, also behind `NOCERT_` and `CCMTOKENAUTH_`, which other ways to log on have. */
const virtualDirectory = /^(?:NOCERT_|CCMTOKENAUTH_)?SMS_DP_SMS(PKG|SIG)\$$/i;

/** Reads `http://SRV:80/SMS_DP_SMSPKG$/Content_….1/file`, or its path alone; undefined: it is no address of a DP. */
export const readContentUrl = (url: string): ContentUrl | undefined => {
  const [, server = '', directory = '', content = ''] = address.exec(url) ?? [];
  const area = virtualDirectory.exec(directory)?.[1]?.toUpperCase();
  if (area === undefined) return undefined;
  return { server: server.toUpperCase(), area: area === 'PKG' ? 'package' : 'signature', content };
};

/** The server of any address, in upper case: peers and update servers have other paths. */
export const serverOfUrl = (url: string): string =>
  /^https?:\/\/([^/:\s]{1,255})/i.exec(url)?.[1]?.toUpperCase() ?? '';
