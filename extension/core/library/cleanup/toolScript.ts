import { powerShellComment, powerShellText } from '../../commandLine/powerShellText';
import { dpRegistry } from '../../validate/smsdpmon';
import { localFolder, logFolder, runRecordName, sharedFolder, toolName, toolSource } from './cleanupPlaces';
import type { CleanupTarget } from './cleanupTarget';

/** How one run of the tool differs from another one. */
export interface ToolRun {
  readonly target: CleanupTarget;
  /** Of the DP, by its drive: has the tool and its logs. */
  readonly folder: string;
  readonly mode: 'whatIf' | 'delete';
  /** For the tool, as programs of Windows take them apart. */
  readonly argumentText: string;
  /** Lines above the script: what it does and what to know, without `#`. */
  readonly head: readonly string[];
  /** PowerShell that runs when the DP's registry was read ($library, $drives), before anything is copied. */
  readonly checks: readonly string[];
  /** What the account is asked for with. */
  readonly accountFor: string;
}

/**
 * PowerShell that brings the tool to the DP, runs it there as a scheduled task and waits for its end. A task, because
 * a process that was started remotely cannot reach the SMS Provider. Every value is a quoted text, none is a command.
 * @throws Error for names and folders that are none
 */
export const toolScript = (run: ToolRun): string => `${head(run.head)}
#Requires -Version 5.1

$ErrorActionPreference = 'Stop'
$dp = ${powerShellText(run.target.dp)}
$source = ${powerShellText(toolSource(run.target))}
$share = ${powerShellText(sharedFolder(run.target.dp, run.folder))}
$folder = ${powerShellText(localFolder(run.folder))}
$arguments = ${powerShellText(run.argumentText)}
$task = ${powerShellText(taskNames[run.mode])}
$tool = Join-Path $share 'Tool'
$logs = ${powerShellText(sharedFolder(run.target.dp, logFolder(run.folder)))}

function Get-DpText($name) {
  $asked = @{ hDefKey = [uint32]${dpRegistry.hive}; sSubKeyName = ${powerShellText(dpRegistry.key)}; sValueName = $name }
  $told = Invoke-CimMethod -CimSession $session -Namespace 'root\\cimv2' -ClassName 'StdRegProv' \`
    -MethodName 'GetStringValue' -Arguments $asked
  if ($told.ReturnValue -ne 0) { throw "$name of $dp could not be read ($($told.ReturnValue)). Is it a distribution point?" }
  $told.sValue
}

function Get-Contents($root) {
  Get-ChildItem -LiteralPath $root -Recurse -File -Force |
    ForEach-Object { $_.FullName.Substring($root.Length) + ' ' + (Get-FileHash -LiteralPath $_.FullName).Hash }
}

$session = New-CimSession -ComputerName $dp
$registered = $false
try {
  $library = Get-DpText ${powerShellText(dpRegistry.libraryPath)}
  $drives = Get-DpText ${powerShellText(dpRegistry.usableDrives)}
${run.checks.map((line) => `  ${line}\n`).join('')}  if (Get-ScheduledTask -CimSession $session | Where-Object TaskName -Like 'ConfigMgr Content cleanup*') {
    throw "A cleanup task is registered on $dp already. Wait for its end; if nothing runs, take the task away."
  }

  if (-not (Test-Path -LiteralPath (Join-Path $source ${powerShellText(toolName)}))) {
    throw "$source does not have the tool. Check the name of the site server and the rights on the share."
  }
  New-Item -ItemType Directory -Force -Path $tool, $logs | Out-Null
  Get-ChildItem -LiteralPath $source -Force | Copy-Item -Destination $tool -Recurse -Force
  # What lies beside the tool is loaded with it, and it runs with all rights on the site.
  if (Compare-Object @(Get-Contents $source) @(Get-Contents $tool)) {
    throw "$tool holds other files than $source. Look at them; only administrators should be able to write there."
  }

  $action = New-ScheduledTaskAction -Execute "$folder\\Tool\\${toolName}" -Argument $arguments
  $settings = New-ScheduledTaskSettingsSet -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Days 2)
  $account = Get-Credential -Message ${powerShellText(run.accountFor)}
  Register-ScheduledTask -CimSession $session -TaskName $task -Action $action -Settings $settings \`
    -User $account.UserName -Password $account.GetNetworkCredential().Password -RunLevel Highest | Out-Null
  $registered = $true

  $before = @(Get-ChildItem -LiteralPath $logs -File | ForEach-Object Name)
  Start-ScheduledTask -CimSession $session -TaskName $task
  Write-Host "Running on $dp. This window may be left open for hours: a large library takes long."
  do {
    Start-Sleep -Seconds 10
    $state = [string](Get-ScheduledTask -CimSession $session -TaskName $task).State
    $info = Get-ScheduledTaskInfo -CimSession $session -TaskName $task
    # 267011: it has not run yet.
  } while ($state -in 'Running', 'Queued' -or $info.LastTaskResult -eq 267011)

  $written = @(Get-ChildItem -LiteralPath $logs -File | Where-Object Name -NotIn $before)
  if ($written.Count -ne 1) {
    throw "The tool ended with $($info.LastTaskResult) and wrote $($written.Count) logs to $logs, not one. See them there."
  }
  $log = $written[0].FullName
  [ordered]@{
    dp      = $dp
    mode    = ${powerShellText(run.mode)}
    sha256  = (Get-FileHash -Algorithm SHA256 -LiteralPath $log).Hash
    result  = [long]$info.LastTaskResult
    ended   = [datetime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ss', [cultureinfo]::InvariantCulture) + 'Z'
    library = $library
    drives  = $drives
  } | ConvertTo-Json | Set-Content -Encoding UTF8 -LiteralPath "${runRecordName('$log')}"
  Write-Host "The tool ended with $($info.LastTaskResult). Its log: $log"
}
finally {
  # The account's password goes with the task. A task that still runs is left: it would be cut off.
  if ($registered) {
    $state = [string](Get-ScheduledTask -CimSession $session -TaskName $task).State
    if ($state -in 'Running', 'Queued') { Write-Warning "$task still runs on $dp. Take the task away when it has ended." }
    else { Unregister-ScheduledTask -CimSession $session -TaskName $task -Confirm:$false }
  }
  Remove-CimSession $session
}
`;

const taskNames = {
  whatIf: 'ConfigMgr Content cleanup (what-if)',
  delete: 'ConfigMgr Content cleanup (delete)',
} as const;

const head = (lines: readonly string[]): string =>
  lines.map((line) => (line === '' ? '#' : `# ${powerShellComment(line)}`)).join('\n');
