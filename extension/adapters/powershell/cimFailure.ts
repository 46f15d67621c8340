import { SiteConnectError } from '../../ports/siteConnectError';
import { CimError, type CimFailureKind, type CimTarget } from '../../ports/cim';
import { ShellError, type AgentFailure } from './shellError';

/** HRESULTs of WMI, DCOM and WinRM, lower case. Of those not named here the failure's own words tell. */
const codes: Readonly<Record<string, CimFailureKind>> = {
  '0x80041002': 'notFound', // WBEM_E_NOT_FOUND
  '0x80041003': 'denied', // WBEM_E_ACCESS_DENIED
  '0x80041062': 'denied', // WBEM_E_PRIVILEGE_NOT_HELD
  '0x80070005': 'denied', // E_ACCESSDENIED
  '0x8007052e': 'denied', // wrong user name or password
  '0x80070569': 'denied', // no right to log on in this way
  '0x80070721': 'denied', // a security package specific error: Kerberos or DCOM hardening
  '0x80070035': 'unreachable', // network path not found
  '0x800705b4': 'unreachable', // time-out
  '0x800706ba': 'unreachable', // RPC server unavailable
  '0x800706bf': 'unreachable', // the remote procedure call failed
  '0x800706be': 'unreachable',
  '0x80041015': 'unreachable', // WBEM_E_TRANSPORT_FAILURE
  '0x80338012': 'unreachable', // WinRM: cannot connect
  '0x80338029': 'unreachable', // WinRM: operation time-out
  '0x80338126': 'unreachable', // WinRM: name, network or firewall
};

const kindOf = ({ kind, native, errorId, hresult }: AgentFailure): CimFailureKind => {
  if (kind === 'notFound' || native === 'NotFound') return 'notFound';
  if (native === 'AccessDenied') return 'denied';
  const told = [...(errorId.match(/0x[0-9a-f]{8}/gi) ?? []), hresult];
  return told.map((code) => codes[code.toLowerCase()]).find(Boolean) ?? 'failed';
};

/** What was asked, for messages: `SMS_Site of SQL01 (root\SMS\site_ABC)`. */
export const askedOf = (what: string, { computer, namespace }: CimTarget): string =>
  `${what} of ${computer} (${namespace})`;

/**
 * @param asked askedOf
 * @param mayHaveHappened a write was sent: whether it was carried out is not known when no answer came
 */
export const cimErrorOf = (
  error: unknown,
  asked: string,
  { computer }: CimTarget,
  mayHaveHappened: boolean,
): CimError => {
  if (error instanceof CimError) return error;
  if (error instanceof SiteConnectError) return new CimError('failed', error.message);
  if (!(error instanceof ShellError)) return new CimError('failed', `${asked}: ${String(error)}`);
  const doubt = mayHaveHappened ? ' It may have been carried out. Read the site again.' : '';
  switch (error.kind) {
    case 'cancelled':
      return new CimError(
        'cancelled',
        `The request to ${computer} was cancelled.${doubt === '' ? ' Nothing was changed.' : doubt}`,
      );
    case 'timeout':
      return new CimError(
        'unreachable',
        `${error.message} ${computer} may be down, or a firewall drops what is sent to it.${doubt}`,
      );
    case 'refused':
      return refused(error, asked, computer);
    case 'exited':
    case 'garbled':
    case 'tooLong':
      return new CimError('failed', `${asked}: ${error.message}${doubt} Try again.`);
    case 'closed':
      return new CimError('failed', `${asked}: ${error.message}${doubt} Connect again.`);
  }
};

const refused = ({ message, failure }: ShellError, asked: string, computer: string): CimError => {
  if (failure === undefined) return new CimError('failed', `${asked}: ${message}`);
  if (failure.kind === 'noCim')
    return new CimError(
      'failed',
      'This PowerShell has no CIM cmdlets: they are part of Windows. Work from a Windows computer.',
    );
  const kind = kindOf(failure);
  switch (kind) {
    case 'notFound':
      return new CimError(kind, `${asked}: there is no such instance. Read the site again.`);
    case 'denied':
      return new CimError(
        kind,
        `${asked} was denied to this account. It needs the rights on the object in Configuration Manager (SMS Admins on the provider), or administrator rights on a DP. ${message}`,
      );
    case 'unreachable':
      return new CimError(
        kind,
        `${computer} cannot be reached, neither by WinRM (port 5985) nor by DCOM (port 135 and dynamic ports). Check its name and that it runs, and allow WMI (DCOM-In, WMI-In) or Windows Remote Management in its firewall. ${message}`,
      );
    case 'cancelled':
    case 'failed':
      return new CimError('failed', `${asked} failed: ${message}`);
  }
};
