/** Why IIS on a distribution point refuses, and where to look. */
export interface RefusalReason {
  readonly reason: string;
  readonly hint: string;
}

const of = (reason: string, hint: string): RefusalReason => ({ reason, hint });

const logon = 'Check the network access account, anonymous access and the certificate.';
const certificate = 'Check the PKI: the certificate of the client, its chain and its revocation list.';
const filtering = 'Look at request filtering of the DP’s web site.';
const pool = 'Look at the state of the application pool, and at the event log of the DP.';

/** By status and substatus; the table is Microsoft's, the words are ours. */
const reasons: Readonly<Record<string, RefusalReason>> = {
  '401.1': of('the logon failed', logon),
  '401.2': of('the server’s settings refuse the logon', logon),
  '401.5': of('an extension refused the logon', logon),
  '403.7': of('a client certificate is required', certificate),
  '403.13': of('the client certificate is revoked, or that could not be looked up', certificate),
  '403.16': of('the client certificate is not trusted', certificate),
  '404.0': of(
    'there is no such file',
    'The content is missing: validate it, then redistribute it to this DP.',
  ),
  '404.2': of('an ISAPI or CGI restriction', 'Look at handlers and restrictions of the DP’s web site.'),
  '404.3': of('the extension has no MIME type', 'Give it a MIME type, or look at the handlers.'),
  '404.5': of('request filtering denies a sequence in the address', filtering),
  '404.6': of('request filtering denies the verb', 'Allow GET, HEAD and PROPFIND.'),
  '404.7': of('request filtering denies the file extension', 'Allow the extension in request filtering.'),
  '404.8': of('request filtering hides a folder of this name', 'Remove it from the hidden segments.'),
  '404.11': of('the name is escaped twice, as one with + is', 'Set allowDoubleEscaping.'),
  '404.13': of('the request is too large', 'Raise the limits of request filtering.'),
  '404.14': of('the address is too long', 'Raise the limits of request filtering.'),
  '404.15': of('the query is too long', 'Raise the limits of request filtering.'),
};

const classes: Readonly<Record<number, RefusalReason>> = {
  401: of('the logon was refused', logon),
  403: of('access was refused', certificate),
  404: of('the file is not handed out', filtering),
  405: of('the verb is not allowed here', 'Look at the handlers of the DP’s web site.'),
  500: of('a module of the server failed', pool),
  503: of('the server is not available', pool),
};

const webDav = of(
  'WebDAV Publishing, or another handler, takes the request for the list of files',
  'Remove WebDAV Publishing from the DP’s web server.',
);

const executed = of(
  'ASP.NET runs files of this kind in place of sending them',
  'Run the DP’s application pool in Classic mode.',
);

export const refusalReason = (
  method: string,
  path: string,
  status: number,
  subStatus: number,
): RefusalReason => {
  if (status === 405 && method.toUpperCase() === 'PROPFIND') return webDav;
  if (status >= 500 && /\.(?:aspx|asmx|ashx)$/i.test(path)) return executed;
  return (
    reasons[`${status}.${subStatus}`] ??
    classes[status] ??
    of(`status ${status}.${subStatus}`, 'Look the status up in the documentation of IIS.')
  );
};
