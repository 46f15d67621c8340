/** What the Task Scheduler of Windows is to run, once. */
export interface ScheduledRun {
  /** Name of the task. */
  readonly name: string;
  /** Path of node.exe on the computer that runs it. */
  readonly node: string;
  /** Path of the command line's main.js there. */
  readonly cli: string;
  /** Arguments of the command line. */
  readonly args: readonly string[];
  /** Local time of that computer: `2026-11-30T02:00`. */
  readonly at: string;
}

/**
 * A PowerShell script that registers the task, to be read before it is run. Every value is a quoted text: none is
 * ever a command.
 */
export const scheduledTaskText = ({ name, node, cli, args, at }: ScheduledRun): string => `# ${comment(name)}
#
# Registers a task that carries out an approved plan once, at ${comment(at)} (local time of the computer that it runs
# on). Read it, then run it there in an elevated PowerShell.
#
# That computer needs Node.js 20.19 or later and the files of the command line; check both paths below. The account
# needs to read the site database and the right Copy to Distribution Point. Runs are written down below --journal.
# The task writes nothing but that plan: its hash stands in the arguments.

$node = ${quoted(node)}
$cli = ${quoted(cli)}
$arguments = @(
${args.map((one) => `  ${quoted(windowsArgument(one))}`).join('\n')}
) -join ' '

foreach ($file in $node, $cli) {
  if (-not (Test-Path -LiteralPath $file)) { throw "$file is not there. Correct the path in this script." }
}

$action = New-ScheduledTaskAction -Execute $node -Argument ('"' + $cli + '" ' + $arguments)
$trigger = New-ScheduledTaskTrigger -Once -At ${quoted(at)}
# A run that is cut off is left, and goes on when the task is started again: nothing is written twice.
$settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Days 3)
$account = Get-Credential -Message 'Account that carries out the plan'
Register-ScheduledTask -TaskName ${quoted(name)} -Action $action -Trigger $trigger -Settings $settings \`
  -User $account.UserName -Password $account.GetNetworkCredential().Password
`;

/** PowerShell ends a quoted text at typographic quotes, too. */
const quoted = (text: string): string =>
  `'${text.replaceAll(/[\r\n]/g, ' ').replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;

/** One argument, as programs of Windows take their command line apart (CommandLineToArgvW). */
export const windowsArgument = (text: string): string => {
  if (/^[^\s"]+$/.test(text)) return text;
  const escaped = text.replaceAll(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
};

const comment = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
