import { powerShellComment, powerShellText } from '../commandLine/powerShellText';
import { windowsArgument } from '../commandLine/windowsArgument';

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
export const scheduledTaskText = ({
  name,
  node,
  cli,
  args,
  at,
}: ScheduledRun): string => `# ${powerShellComment(name)}
#
# Registers a task that carries out an approved plan once, at ${powerShellComment(at)} (local time of the computer that it runs
# on). Read it, then run it there in an elevated PowerShell.
#
# That computer needs Node.js 20.19 or later and the command line (dist\\cli and dist\\shared); check both paths below. The account
# needs to read the site database and the right Copy to Distribution Point. Runs are written down below --journal.
# The task writes nothing but that plan: its hash stands in the arguments.

$node = ${powerShellText(node)}
$cli = ${powerShellText(cli)}
$arguments = @(
${args.map((one) => `  ${powerShellText(windowsArgument(one))}`).join('\n')}
) -join ' '

foreach ($file in $node, $cli) {
  if (-not (Test-Path -LiteralPath $file)) { throw "$file is not there. Correct the path in this script." }
}

$action = New-ScheduledTaskAction -Execute $node -Argument ('"' + $cli + '" ' + $arguments)
$trigger = New-ScheduledTaskTrigger -Once -At ${powerShellText(at)}
# A run that is cut off is left, and goes on when the task is started again: nothing is written twice.
$settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Days 3)
$account = Get-Credential -Message 'Account that carries out the plan'
Register-ScheduledTask -TaskName ${powerShellText(name)} -Action $action -Trigger $trigger -Settings $settings \`
  -User $account.UserName -Password $account.GetNetworkCredential().Password
`;
