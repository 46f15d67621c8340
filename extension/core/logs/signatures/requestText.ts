import type { W3cRequest } from '../analyse/iis/w3cReader';

/** A request to IIS as signatures see it, whatever the columns of the log: `PROPFIND /SMS_DP_SMSPKG$/… 405.0`. */
export const requestText = ({ method, path, status, subStatus }: W3cRequest): string =>
  `${method} ${path} ${status}.${subStatus}`;
