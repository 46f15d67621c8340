import { approvableActions } from '../../core/statusRules/approval/approval';

export const rulesUsage = `Usage: configmgr-content rules check <site> [--format md|json]
       configmgr-content rules generate <site> --cli <path> --queue <folder> [--node <path>] [--approved <file>]
                         [--output <file>]
       configmgr-content rules approve --site-code <code> --actions <action,...> --max-steps <number>
                         --max-dps <number> --max-gigabytes <number> [--days <number>] [--output <file>]
       configmgr-content rules work <site> --queue <folder> [--approved <file>] [--cool-down <hours>]
       configmgr-content on-message <site> --queue <folder> [--approved <file>] [--cool-down <hours>]
                         --message 2386|2388 --computer=<name>

rules check reads the status filter rules of a site and says what is wrong with them; it writes nothing.
rules generate writes a PowerShell script that makes two rules: on 2386 a distribution point is reconciled, on 2388
mismatches on it are looked for. Read it before it is run. Its paths are those on the site server.
rules approve writes a file that approves plans beforehand: these actions, and no more of them in 24 hours than the
caps say. Without it every plan waits for review in the queue's folder.
on-message is what a rule runs: it puts the distribution point into the queue, starts the worker where none lives, and
ends. rules work is the worker: it answers what waits, and ends. A distribution point is not answered again for the
same message within the cool-down.

  --actions <action,...>  ${approvableActions.join(', ')}
  --days <number>         how long the approval holds (default: 90)
  --cool-down <hours>     default: 24
  --computer=<name>       comes last: it is what a message says, and nothing behind it is taken
Site: as for the other verbs (configmgr-content --help).

Exit codes: 0 done, 1 of rules check: something was found, 2 an error.
`;
