import { exportFormats } from '../core/export/formats';

export const demoSizes = ['small', 'medium', 'empty'] as const;
export type DemoSize = (typeof demoSizes)[number];
export const releases = ['1806', 'current'] as const;
export const formats = ['table', ...exportFormats] as const;
export type Format = (typeof formats)[number];

/** The environment variable that the password is in: arguments can be seen by others. */
export const passwordVariable = 'CONFIGMGR_SQL_PASSWORD';

export const usage = `Usage: configmgr-content missing <site> [options]
       configmgr-content mismatches <site> [--dp <name>...] [--wait <minutes>] [--format table|json|ndjson]
       configmgr-content plan <site> [plan options]
       configmgr-content apply <site> --plan <file> --approve <hash> [--journal <folder>] [--report md|json]
       configmgr-content repair <site> --plan <file> [--dp <server>...] [--take-out-first] [--wait <minutes>]
       configmgr-content undo <site> --run <id> --plan <file> [--journal <folder>]
       configmgr-content validate <site> --dp <name>... [validate options]
       configmgr-content runs [--journal <folder>] [--run <id>] [--export md|json]
       configmgr-content logs parse|merge|errors|analyse <file>... [log options]
       configmgr-content cleanup --script|--what-if <log> <site> --dp <name> [cleanup options]
       configmgr-content error <code>... [--format text|ndjson]
       configmgr-content rules check|generate|approve|work, on-message (configmgr-content rules --help)

missing lists content that should be on distribution points and is not proved to be there.
mismatches compares what the site targets with the lists of distribution points: WMI and PkgLib of the content library.
plan says what would be written to the site to repair it, as a document; it writes nothing to the site.
validate plans to validate all content of distribution points, or says when they validate by their schedules; apply
carries the plan out.
apply carries out a plan within its caps, follows each step until it is proved, and reports; a run that was left
is gone on with, and nothing is written twice. repair looks twice at the lists of distribution points (WMI, PkgLib) and
plans what makes them agree; undo plans to put back what a run took out of them; both write only the
plan. runs tells what was carried out, by the journals.
logs reads logs of ConfigMgr and its neighbours: parse prints every record, merge those of several logs by UTC, errors
those that are errors, with what the error codes in them mean; analyse says what the site's and the clients' components
did and which known trouble there is, with the lines that tell it. It needs no site.
cleanup --script prints PowerShell that has ContentLibraryCleanup.exe say what it would delete on a distribution
point; --what-if holds the log that it wrote against the site. It deletes nothing (docs/content-library-cleanup.md).
error tells what codes mean: 0x80070005, -2147024891, 12029, "HTTP 404", E_ACCESSDENIED, or a line of a log.

Site, one of:
  --demo <size>                 a generated site: ${demoSizes.join(', ')}
      --seed <number>           which one; the same number gives the same site (default: 1)
      --release <release>       its views: ${releases.join(', ')} (default: current)
  --sql-server <host[,port]>    the site database's server, or <host\\instance>
      --database <name>         CM_ and the site code
      --user <name>             a SQL Server login, or <DOMAIN\\name> for a Windows account;
                                its password is taken from ${passwordVariable}
      --windows-auth            instead: the account that runs this, through PowerShell
      --powershell <path>       the PowerShell for that (default: that of this machine)
      --encrypt, --no-encrypt   encrypt the connection (default: yes)
      --trust-server-certificate  accept any certificate of the server
      --site-code <code>        the site, where the database's name does not tell it
  --site <name>                 a site of a file, by its id or name
      --sites <file>            JSON as in the setting configmgrContent.sites

Options:
  --filter <text>    words, or fields such as state: dp: group: package: size> since< (docs/filter-language.md)
                     default: all but what is validated or has nothing to validate; with --all everything
  --all              every expected pair of package and distribution point, not only findings
  --format <format>  ${formats.join(', ')} (default: table)
  --acknowledgements <file>  what admins have set aside: it does not count as a problem
  --redact           other names in place of those of servers and domains
  --output <file>    instead of the standard output; is there whole or not at all
  --help             this text

Mismatches options:
  --dp <name>        server name of a distribution point; may be given several times
                     default: those whose newest mark of content validation is 2388; with --all every one
  --wait <minutes>   between the two looks; what changes meanwhile is in flight; 0 looks once (default: 5)
  --dps-at-once <number>  distribution points that are read at the same time (default: 4)
  --format <format>  table, json, ndjson (default: table)

Plan options:
  --action <action>  repair (the cheapest action for each finding), redistribute, distribute, updateContent,
                     validate, cancel, remove (default: repair)
  --where <filter>   which pairs, as with --filter; all actions but repair need it
  --give <dp> --like <dp>  distribute to the one what the other has, by their server names
  --transfer-log <file>  a PkgXferMgr.log: how fast lines are; may be given several times
  --max-steps, --max-dps, --max-gigabytes <number>  caps of the plan (default: 500, 50, 500); it is not applied beyond
  --acknowledgements, --output  as above; a plan's file is best called <name>.cmplan.json

Validate options:
  --dp <name>        server name of a distribution point; may be given several times (default with --calendar: all)
  --plan <file>      writes the plan to this file (default: the standard output)
  --at-once <number>  so many distribution points at once (default: 5)
  --spread <minutes>  between two starts (default: 0)
  --calendar <format>  csv or ics: what is expected in the next days, instead of a plan
      --days <number>  so many (default: 14)
      --settings <file>  JSON with the settings configmgrContent.validation.timeZones and .windows
      --read-time-zones  asks the distribution points for their time zones (WMI)
      --output <file>  instead of the standard output

Apply and runs:
  --plan <file>      the plan, as plan wrote it or edited down
  --approve <hash>   the hash of the plan that was reviewed; no other is carried out
  --journal <folder>  where runs are written down (default: the user's data folder)
  --report, --export <format>  md or json: every step with what became of it
  --run <id>         this run only

Repair and undo:
  --plan <file>      where the plan is written; it is carried out by apply
  --dp <server>      this distribution point only; may be given several times (default: all)
  --take-out-first   of targeted content, take the entry out of its list before the content is sent again; it is put
                     back when the content cannot be sent
  --wait <minutes>   between the two looks, at least 1 (default: 5)
  --run <id>         the run that is taken back, as runs lists it
Cleanup options:
  --dp <name>        server name of the distribution point
  --configmgr <release>  of Configuration Manager, such as 2107 (default: treated as one before 2107)
  --folder <folder>  of the distribution point, for the tool and its logs
  --format <format>  table, ndjson (default: table)

Log options:
  --format <format>  ndjson (one JSON object a record, finding or row), table (default: ndjson)
  --bias <policy>    what the number behind a time means: native (UTC = local time + it), offset (UTC = local time - it),
                     ignore, auto (native but for scripts and toolkits that are known to write offsets; default)
  --code-page <name>  of text that is neither UTF-8 nor UTF-16 (default: windows-1252)
  --signatures <file>  of analyse: known trouble of your own beside that of the extension, JSON by signatures.schema.json

Exit codes: 0 no row of the output needs repair or a decision, 1 at least one does that is not acknowledged, 2 an error.
Of mismatches: 0 the lists agree, 1 they do not, 2 an error, or what could be read agrees and not all could.
Of plan, validate, repair and undo: 0 it has steps, 1 there is nothing that it would do, 2 an error.
Of apply: 0 every step was proved or accepted, 1 some were not, 2 an error, or the run was left.
Of logs: 0 all files were read, 2 an error; of logs analyse also 1: something that was found asks for attention.
Of cleanup: 0 nothing is flagged and the log is a whole what-if, 1 otherwise, 2 an error.
Of error: 0 all codes were understood, 2 one was not.
Data goes to the standard output; progress, and what could not be read, to the standard error.
`;

/** Arguments that are not understood; the message says what is. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
