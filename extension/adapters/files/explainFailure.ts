import { RemoteFileError, type RemoteFileFailureKind } from '../../ports/remoteFiles';
import { codeOf, GivenUp } from './operation';

/** What was being done: `could not be read`, and whether it may have changed something. */
export interface Task {
  readonly path: string;
  readonly verb: 'listed' | 'read' | 'written' | 'made' | 'renamed';
  /** Milliseconds; the time-out that the task runs under. */
  readonly answerWithin: number;
}

/** Node's error codes and our own reasons to give up, as an error that names path, cause and next step. */
export const explainFailure = (error: unknown, task: Task): RemoteFileError => {
  if (error instanceof RemoteFileError) return error;
  if (error instanceof GivenUp) return explainGivenUp(error, task);
  const code = codeOf(error);
  const { kind, cause, next } = failures.get(code ?? '') ?? unforeseen;
  const shown = code ?? (error instanceof Error ? error.message : String(error));
  return new RemoteFileError(kind, `${task.path} could not be ${task.verb}: ${cause} (${shown}). ${next}`);
};

const explainGivenUp = ({ why }: GivenUp, { path, verb, answerWithin }: Task): RemoteFileError => {
  const writes = verb !== 'listed' && verb !== 'read';
  const doubt = writes ? ` Whether it was ${verb} after all is not known: look before you try again.` : '';
  switch (why) {
    case 'cancelled':
      return new RemoteFileError('cancelled', `${path} was not ${verb}: it was cancelled.${doubt}`);
    case 'timeout':
      return new RemoteFileError(
        'timeout',
        `${path} could not be ${verb}: no answer within ${answerWithin / 1000} s. Check that the server is up and not overloaded, then try again.${doubt}`,
      );
  }
};

interface Failure {
  readonly kind: RemoteFileFailureKind;
  readonly cause: string;
  readonly next: string;
}

const unforeseen: Failure = {
  kind: 'failed',
  cause: 'the operating system refused',
  next: 'Look up the code, and try again.',
};

const told = (kind: RemoteFileFailureKind, cause: string, next: string, codes: string) =>
  codes.split(' ').map((code): [string, Failure] => [code, { kind, cause, next }]);

/** UNKNOWN is what Node makes of the Windows network errors that it has no name for, such as 53 and 67. */
const failures: ReadonlyMap<string, Failure> = new Map([
  ...told(
    'notFound',
    'it is not there',
    'Check the path; refresh when it may have been moved.',
    'ENOENT ENOTDIR',
  ),
  ...told(
    'denied',
    'this account may not do that',
    'Ask for the right on the share and on the folder, or run as an account that has it.',
    'EACCES EPERM EROFS',
  ),
  ...told(
    'inUse',
    'another program holds it open',
    'Close that program or wait until it is done, then try again.',
    'EBUSY ETXTBSY',
  ),
  ...told(
    'unreachable',
    'the server or its share does not answer',
    'Check the name, that the server is up, and that file sharing reaches it through the firewall.',
    'UNKNOWN ENETUNREACH EHOSTUNREACH EHOSTDOWN ENETDOWN ETIMEDOUT ECONNRESET ECONNREFUSED ECONNABORTED ENOTCONN EPIPE ENOTFOUND EAI_AGAIN ESTALE',
  ),
  ...told(
    'exists',
    'something of that name is there',
    'Choose another name, or remove it first.',
    'EEXIST ENOTEMPTY',
  ),
  ...told('failed', 'it is a folder', 'Name a file.', 'EISDIR'),
  ...told(
    'failed',
    'the disk or the quota is full',
    'Make room on the server, then try again.',
    'ENOSPC EDQUOT',
  ),
  ...told(
    'failed',
    'the name is too long or not valid',
    'Use a shorter or another name.',
    'ENAMETOOLONG EINVAL',
  ),
  ...told('failed', 'too many files are open', 'Wait for other operations to end.', 'EMFILE ENFILE'),
  ...told('failed', 'the disk could not be read or written', "Check the server's disk.", 'EIO'),
]);
