import { hostname, userInfo } from 'node:os';
import type { Runner } from '../../core/run/journalRecord';

/** Who runs this program, for journals. */
export const machineRunner = (
  program: Runner['program'],
  { USERDOMAIN }: Readonly<Record<string, string | undefined>>,
): Runner => {
  const { username } = userInfo();
  return {
    user: USERDOMAIN === undefined ? username : `${USERDOMAIN}\\${username}`,
    computer: hostname(),
    program,
  };
};
