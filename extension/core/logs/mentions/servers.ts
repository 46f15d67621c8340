import type { Mention } from './mention';

const host = String.raw`([A-Za-z0-9][\w.-]{0,252})`;

/** How logs name a distribution point; the name is the only group. Each form begins with a literal. */
const forms = [
  // ["Display=\\SRV\"]MSWNET:["SMS_SITE=PS1"]\\SRV\
  String.raw`MSWNET:(?:\["SMS_SITE=\w{3}"\])?\\\\${host}\\`,
  // http://SRV:80/SMS_DP_SMSPKG$/..., NOCERT_ and CCMTOKENAUTH_ before the directory
  String.raw`:\/\/${host}(?::\d{1,5})?\/(?:[A-Z]{1,16}_)?SMS_DP_SMS(?:PKG|SIG)\$`,
  String.raw`\\\\${host}\\SMS_DP\$`,
  String.raw`Destination: ${host}, DPPriority`,
  String.raw`server: ${host}, DPPriority`,
  String.raw`(?:to distribution point|remote DP|pull DP) ${host}`,
  String.raw`PullDP ${host} has reached`,
].map((form) => new RegExp(form, 'dg'));

/** The distribution points that a text names. */
export const servers = (text: string): readonly Mention[] =>
  forms.flatMap((form) =>
    Array.from(text.matchAll(form), ({ 1: name = '', indices }) => {
      const start = indices?.[1]?.[0] ?? 0;
      const server = name.replace(/[.:]+$/, '');
      return { kind: 'dp', key: server.toLowerCase(), start, end: start + server.length };
    }),
  );
