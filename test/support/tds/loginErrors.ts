import type { Faults } from './faults';
import { SqlError } from './sqlError';

/** A login as the server judges it. */
export interface Claim {
  readonly user: string;
  readonly database: string;
  /** Whether name and password are right. */
  readonly proved: boolean;
  readonly byWindows: boolean;
  readonly databaseKnown: boolean;
}

const failed = (user: string): SqlError => new SqlError(18456, `Login failed for user '${user}'.`, 14);

/** Why a login is refused, as SQL Server tells it: never whether it was the name or the password. */
export const loginErrors = (
  { user, database, proved, byWindows, databaseKnown }: Claim,
  fault: Faults['login'],
): readonly SqlError[] => {
  if (fault === 'locked')
    return [
      new SqlError(
        18486,
        `Login failed for user '${user}' because the account is currently locked out. The system administrator can unlock it.`,
        14,
      ),
    ];
  if (!proved)
    return [
      byWindows
        ? new SqlError(
            18452,
            'Login failed. The login is from an untrusted domain and cannot be used with Integrated authentication.',
            14,
          )
        : failed(user),
    ];
  if (fault === 'expired')
    return [
      new SqlError(
        18487,
        `Login failed for user '${user}'.  Reason: The password of the account has expired.`,
        14,
      ),
    ];
  if (databaseKnown) return [];
  return [
    new SqlError(4060, `Cannot open database "${database}" requested by the login. The login failed.`, 11),
    failed(user),
  ];
};
