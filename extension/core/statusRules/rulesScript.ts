import { powerShellComment, powerShellText } from '../commandLine/powerShellText';
import { programLine, type RuleProgram } from './programLine';
import {
  commandLineLimit,
  ruleMessages,
  rulePrefix,
  ruleWork,
  validationComponent,
  type RuleMessage,
} from './ruleMessage';

export interface RulesScript {
  readonly siteCode: string;
  readonly program: RuleProgram;
}

export const ruleNameOf = (message: RuleMessage): string =>
  message === 2386
    ? 'ConfigMgr Content - reconcile a DP (2386)'
    : 'ConfigMgr Content - mismatches of a DP (2388)';

/**
 * A PowerShell script that makes the two rules, to be read before it is run. Every value is a quoted text: none is
 * ever a command. What the cmdlet is not told, it leaves to the rules below.
 * @throws Error when the program lines cannot be made (programProblems)
 */
export const rulesScript = ({ siteCode, program }: RulesScript): string =>
  [head(siteCode, program), values(siteCode, program), work].join('\n');

const head = (
  siteCode: string,
  program: RuleProgram,
): string => `# Status filter rules of site ${powerShellComment(siteCode)}
#
# Makes two rules:
${ruleMessages.map((message) => `#   ${message} of ${validationComponent}: ${ruleWork[message]}`).join('\n')}
# Read this script, then run it on the site server, in a PowerShell that has the module ConfigurationManager and the
# drive ${powerShellComment(siteCode)}: (the console opens one). Whoever runs it needs the right Manage Status Filters of the site.
#
# What a rule runs puts the DP into a queue and ends. One worker takes the queue: it reads the site and plans a repair.
# ${
  program.approved === undefined
    ? 'Plans wait for review in the queue: nothing is approved beforehand.'
    : 'It applies a plan only when the file of approvals allows its actions, steps, DPs and size; all others wait for review.'
}
# A DP is not taken again for the same message within its cool-down, 24 hours.
#
# Before this script is run:
#  1. Node.js 20.19 or later is on the site server, and dist\\cli and dist\\shared of the extension were copied there. All are
#     below, and only administrators may change them: what stands there is run.
#  2. The folder of the queue is there. Only administrators and the account that runs rules may write into it${
  program.approved === undefined
    ? ''
    : `,\n#     and only administrators into the file of approvals: configmgr-content rules approve --help`
}.
#  3. Find out which account runs programs of rules on this site: that is not documented where this was looked up. The
#     first lines of on-message.log in the queue's folder name it. That account needs
#       - to read the site database (db_datareader on it)
#       - to be an administrative user of ConfigMgr with Read and Copy to Distribution Point on distribution points, and
#         Read on the content
#       - for 2388: WMI (root\\SCCMDP) and the content library's share of the DPs
#       - to write into the queue's folder
#${
  isAscii(program)
    ? ''
    : '\n# Save this script as UTF-8 with a byte order mark: Windows PowerShell would read its letters wrongly without.\n#'
}
# To take the rules away again: Remove-CMStatusFilterRule. To look at all rules: configmgr-content rules check.
`;

const isAscii = ({ node, cli, queue, approved }: RuleProgram): boolean =>
  /^[\x20-\x7e]*$/.test([node, cli, queue, approved].join(''));

const values = (siteCode: string, program: RuleProgram): string => {
  const { node, cli, queue, approved } = program;
  const files = [node, cli, ...(approved === undefined ? [] : [approved])];
  const rules = ruleMessages.map(
    (message) => `  @{
    Name = ${powerShellText(ruleNameOf(message))}
    MessageId = ${message}
    ProgramPath = ${powerShellText(programLine(program, message))}
  }`,
  );
  return `$siteCode = ${powerShellText(siteCode)}
$component = ${powerShellText(validationComponent)}
$files = @(${files.map(powerShellText).join(', ')})
$queue = ${powerShellText(queue)}
$rules = @(
${rules.join('\n')}
)
`;
};

const work = `$ErrorActionPreference = 'Stop'
foreach ($file in $files) {
  if (-not (Test-Path -LiteralPath $file -PathType Leaf)) { throw "$file is not there. Copy it, or generate the script anew." }
}
if (-not (Test-Path -LiteralPath $queue -PathType Container)) { throw "$queue is not there. Make it, with the rights above." }
foreach ($rule in $rules) {
  if ($rule.ProgramPath.Length -gt ${commandLineLimit}) { throw 'A program line is longer than a rule takes. Choose shorter paths.' }
}

Set-Location -LiteralPath ($siteCode + ':')
$known = @(Get-CMStatusFilterRule -SiteCode $siteCode | ForEach-Object { $_.PropertyListName })
foreach ($rule in $rules) {
  if ($known -contains $rule.Name -or $known -contains ('${rulePrefix}' + $rule.Name)) {
    throw ('There is a rule named ' + $rule.Name + '. Look at it; remove it first when it is to be made anew.')
  }
}
foreach ($rule in $rules) {
  # The console does not offer this component: it is typed. Whether messages are stored and which rules follow stays
  # with the other rules.
  New-CMStatusFilterRule @rule -SiteCode $siteCode -ComponentName $component -RunProgram $true
}

# As the site has stored them. "Stop Evaluating=1" would keep messages from the rules below, which write them to the
# database: then nothing is known of any validation. The rules also have to stand above any other that stops.
foreach ($made in @(Get-CMStatusFilterRule -SiteCode $siteCode | Where-Object { $_.PropertyListName -like '*ConfigMgr Content - *' })) {
  Write-Output $made.PropertyListName
  Write-Output $made.Values
  if ($made.Values -contains 'Stop Evaluating=1') { Write-Warning 'This rule stops the evaluation: change that in the console.' }
}
`;
