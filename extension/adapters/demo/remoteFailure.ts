import { CimError, type CimFailureKind } from '../../ports/cim';
import { SiteReadError, type SiteReadFailure } from '../../ports/siteReadError';
import { RemoteError } from '../../protocol/remoteError';

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An error of a read in the worker, as the port throws it. */
export const readErrorOf = (error: unknown, query: string): SiteReadError => {
  if (!(error instanceof RemoteError))
    return new SiteReadError({ kind: 'failed', query, cause: causeOf(error) });
  if (error.origin === 'SiteReadError') return new SiteReadError(error.detail as SiteReadFailure);
  if (error.kind === 'cancelled') return new SiteReadError({ kind: 'cancelled', query });
  return new SiteReadError({ kind: 'failed', query, cause: error.message });
};

/** An error of a request to the provider in the worker, as the port throws it. */
export const cimErrorOf = (error: unknown, computer: string): CimError => {
  if (!(error instanceof RemoteError)) return new CimError('failed', causeOf(error));
  if (error.origin === 'CimError') return new CimError(error.kind as CimFailureKind, error.message);
  if (error.kind === 'cancelled')
    return new CimError(
      'cancelled',
      `The request to ${computer} was cancelled; it may have been carried out. Read the site again.`,
    );
  return new CimError('failed', error.message);
};
