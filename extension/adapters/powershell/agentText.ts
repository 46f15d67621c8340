import agent from './agent.ps1';
import agentCim from './agentCim.ps1';
import agentRows from './agentRows.ps1';
import agentSql from './agentSql.ps1';

/** All that PowerShell is ever told to do: one fixed text. */
export const agentText: string = [agent, agentRows, agentCim, agentSql].join('\n');

/** The variable that hands a shell the key under which secrets come. */
export const keyVariable = 'CONFIGMGR_CONTENT_KEY';

/**
 * First line of a session. Windows PowerShell writes the OEM code page, and CR LF, whose CR makes node-powershell
 * miss its end marker; without a console the encoding cannot be set.
 */
export const firstLine: string = [
  'try { $OutputEncoding = New-Object System.Text.UTF8Encoding $false;',
  ' [Console]::OutputEncoding = $OutputEncoding } catch { };',
  ' [Console]::Out.NewLine = "`n"; [Console]::Error.NewLine = "`n"',
].join('');

/** Second line: defines the agent's functions in the session. */
export const loadLine: string = [
  '. ([ScriptBlock]::Create([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String(',
  "'",
  Buffer.from(agentText, 'utf8').toString('base64'),
  "'",
  '))))',
].join('');
