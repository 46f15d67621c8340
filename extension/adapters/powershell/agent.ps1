# The agent: loaded once a session, as one text with agentRows.ps1, agentCim.ps1 and agentSql.ps1.
# Windows PowerShell 5.1 and PowerShell 7 both run it: no ternary, no null coalescing, no && or ||, no classes.
# It decides nothing. Requests and answers are Base64 of UTF-8 JSON, so no value is ever PowerShell text.
#
# Two quirks shape it. ConvertFrom-Json of PowerShell 7 turns texts that look like a date into dates: each text
# of a request begins with a "=", which is taken off here. ConvertTo-Json of 5.1 writes arrays that came through
# a pipeline as {"value":..,"Count":..}: arrays are cast to [object[]] where they are stored, which unwraps them.

$script:ContentInvariant = [System.Globalization.CultureInfo]::InvariantCulture
$script:ContentNotes = New-Object System.Collections.ArrayList
$script:ContentPhase = ''
$script:ContentCimSessions = @{}
$script:ContentCimClasses = @{}
# Passwords come encrypted with it: text that is run may be logged (script block logging, transcripts).
$script:ContentKey = [string] $env:CONFIGMGR_CONTENT_KEY
Remove-Item -LiteralPath Env:CONFIGMGR_CONTENT_KEY -ErrorAction SilentlyContinue

function ConvertFrom-ContentText {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return $Value.Substring(1) }
    if ($Value -is [System.Array]) {
        $items = New-Object System.Collections.ArrayList
        foreach ($item in $Value) {
            $plain = ConvertFrom-ContentText $item
            if ($plain -is [System.Array]) { $plain = [object[]] $plain }
            [void] $items.Add($plain)
        }
        return , $items.ToArray()
    }
    if ($Value -is [System.Management.Automation.PSCustomObject]) {
        $map = @{}
        foreach ($property in $Value.PSObject.Properties) {
            $plain = ConvertFrom-ContentText $property.Value
            if ($plain -is [System.Array]) { $plain = [object[]] $plain }
            $map[$property.Name] = $plain
        }
        return $map
    }
    return $Value
}

function New-ContentError {
    param([string] $Kind, [string] $Message)
    $exception = New-Object System.InvalidOperationException -ArgumentList $Message
    $exception.Data['ContentKind'] = $Kind
    return $exception
}

# What went wrong, as data: TypeScript decides what it means.
function Get-ContentFailure {
    param($Record)
    $failure = @{
        kind = 'other'; message = [string] $Record.Exception.Message; errorId = [string] $Record.FullyQualifiedErrorId
        hresult = ''; native = ''; number = 0; 'class' = 0; state = 0; phase = $script:ContentPhase
    }
    $exception = $Record.Exception
    while ($null -ne $exception) {
        $type = $exception.GetType().FullName
        $failure['hresult'] = '0x{0:X8}' -f $exception.HResult
        $failure['message'] = [string] $exception.Message
        if ($exception.Data.Contains('ContentKind')) {
            $failure['kind'] = [string] $exception.Data['ContentKind']
            break
        }
        if ($type -like '*.SqlClient.SqlException') {
            $failure['kind'] = 'sql'
            $failure['number'] = [int] $exception.Number
            $failure['class'] = [int] $exception.Class
            $failure['state'] = [int] $exception.State
            break
        }
        if ($type -eq 'Microsoft.Management.Infrastructure.CimException') {
            $failure['kind'] = 'cim'
            $failure['native'] = [string] $exception.NativeErrorCode
            $failure['errorId'] = [string] $exception.MessageId + ' ' + $failure['errorId']
            break
        }
        $exception = $exception.InnerException
    }
    return $failure
}

function Invoke-ContentVerb {
    param($Request)
    $data = $Request['data']
    switch ([string] $Request['verb']) {
        'hello' {
            return @{
                version = $PSVersionTable.PSVersion.ToString()
                languageMode = [string] $ExecutionContext.SessionState.LanguageMode
                cim = [bool] (Test-ContentCim)
                sqlClient = [string] (Get-ContentSqlClient)
            }
        }
        'echo' { return @{ data = $data } }
        'get' { return Get-ContentInstance $data }
        'query' { return Read-ContentInstances $data $Request['file'] }
        'put' { return Set-ContentInstance $data }
        'invoke' { return Invoke-ContentMethod $data }
        'delete' { return Remove-ContentInstance $data }
        'describe' { return Get-ContentDeclarations $data }
        'create' { return Add-ContentInstance $data }
        'sql' { return Read-ContentSql $data $Request['file'] }
        'close' { return Close-ContentCim }
        default { throw (New-ContentError 'request' 'The agent has no such verb.') }
    }
}

function Invoke-ContentAgent {
    param([string] $Envelope)
    Set-StrictMode -Version 3.0
    $ErrorActionPreference = 'Stop'
    $ProgressPreference = 'SilentlyContinue'
    $script:ContentNotes.Clear()
    $script:ContentPhase = ''
    $answer = @{ id = 0; ok = $false; file = $false; value = $null; error = $null; warnings = $null }
    $request = $null
    $most = 0
    $path = ''
    try {
        $json = [System.Text.Encoding]::UTF8.GetString([System.Convert]::FromBase64String($Envelope))
        $request = ConvertFrom-ContentText (ConvertFrom-Json -InputObject $json)
        $answer['id'] = $request['id']
        $most = [int] $request['most']
        $path = [string] $request['file']
        $output = @(& { Invoke-ContentVerb $request } 2>&1 3>&1 4>$null 5>$null 6>$null)
        foreach ($item in $output) {
            if ($item -is [System.Collections.IDictionary]) { $answer['value'] = $item }
            elseif ($item -is [System.Management.Automation.WarningRecord]) { [void] $script:ContentNotes.Add([string] $item.Message) }
            elseif ($item -is [System.Management.Automation.ErrorRecord]) { [void] $script:ContentNotes.Add([string] $item.Exception.Message) }
        }
        $answer['ok'] = $true
    }
    catch {
        $answer['value'] = $null
        $answer['error'] = Get-ContentFailure $_
        if ($answer['error']['kind'] -eq 'cim' -and $answer['error']['native'] -ne 'NotFound') { Reset-ContentSession $request['data'] }
    }
    $answer['warnings'] = [object[]] $script:ContentNotes.ToArray()
    Write-ContentAnswer $answer $path $most
}

# Standard output takes small answers only: reading them costs the square of their size on the other side.
function Write-ContentAnswer {
    param($Answer, [string] $Path, [int] $Most)
    $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $Answer -Depth 16 -Compress))
    if ($bytes.Length -gt $Most -and $Path -ne '') {
        [System.IO.File]::WriteAllBytes($Path, $bytes)
        $Answer['file'] = $true
        $Answer['value'] = $null
        $Answer['error'] = $null
        $Answer['warnings'] = [object[]] @()
        $bytes = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json -InputObject $Answer -Depth 4 -Compress))
    }
    [System.Console]::Out.Write(':content-answer:' + [System.Convert]::ToBase64String($bytes) + ":end:`n")
    [System.Console]::Out.Flush()
}
