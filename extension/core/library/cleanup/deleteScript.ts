import { powerShellText } from '../../commandLine/powerShellText';
import { formatBytes } from '../../filter/bytes';
import { cleanupArgumentText } from './cleanupArguments';
import { logFolder, sharedFolder } from './cleanupPlaces';
import type { CleanupTarget } from './cleanupTarget';
import { whatIfHolds, type DeleteReceipt } from './deleteReceipt';
import type { Precondition } from './preconditions';
import { preconditionLines } from './preconditionLines';
import { toolScript } from './toolScript';

/**
 * A PowerShell script that has the tool delete what a reviewed what-if named. It refuses in itself when the what-if is
 * not the reviewed one any more, is older than a day, or the DP says otherwise where its library is.
 * @throws Error for names and folders that are none
 */
export const deleteScript = (
  target: CleanupTarget,
  receipt: DeleteReceipt,
  preconditions: readonly Precondition[],
  folder: string,
): string =>
  toolScript({
    target,
    folder,
    mode: 'delete',
    argumentText: cleanupArgumentText(target, folder, receipt),
    head: [
      `DELETES from the content library of ${target.dp} what the content library cleanup tool finds.`,
      '',
      `It follows the what-if ${receipt.logName}`,
      `  that ended ${isoText(receipt.ended)}, SHA-256 ${receipt.sha256},`,
      `  which named ${receipt.items} packages and contents (${formatBytes(receipt.bytes)} as far as it told sizes).`,
      'The tool looks for itself once more and takes no list: what has come up since is deleted, too. So this script',
      'refuses a what-if that is older than a day or was changed, and a distribution point whose library has moved.',
      ...agreedLines(receipt.agreed),
      'Afterwards reconcile the distribution point: plan it from the review, or find its missing content.',
      '',
      ...preconditionLines(preconditions),
    ],
    checks: checksOf(target, receipt, folder),
    accountFor: `Full Administrator of the site, who DELETES on ${target.dp}`,
  });

const checksOf = (
  { dp }: CleanupTarget,
  { logName, sha256, ended, library, drives }: DeleteReceipt,
  folder: string,
): readonly string[] => [
  `if ([datetimeoffset]::UtcNow -gt [datetimeoffset]${powerShellText(isoText(ended + whatIfHolds))}) {`,
  "  throw 'The what-if is older than a day. Run it again, and review it.'",
  '}',
  `if ($library -cne ${powerShellText(library)} -or $drives -cne ${powerShellText(drives)}) {`,
  '  throw "The library of $dp is not where it was ($library, $drives). Run the what-if again, and review it."',
  '}',
  `$reviewed = Join-Path ${powerShellText(sharedFolder(dp, logFolder(folder)))} ${powerShellText(logName)}`,
  `if ((Get-FileHash -Algorithm SHA256 -LiteralPath $reviewed).Hash -ne ${powerShellText(sha256)}) {`,
  '  throw "$reviewed is not the what-if that was reviewed."',
  '}',
  'if ((Read-Host "This deletes content on $dp. Type its name to go on") -ne $dp) { throw \'Nothing was deleted.\' }',
];

const agreedLines = (agreed: readonly string[]): readonly string[] =>
  agreed.length === 0
    ? []
    : [
        'Agreed to be lost although something still asks for it:',
        ...Array.from(
          { length: Math.ceil(agreed.length / perLine) },
          (_, at) => `  ${agreed.slice(at * perLine, (at + 1) * perLine).join(', ')}`,
        ),
      ];

const perLine = 8;

const isoText = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
