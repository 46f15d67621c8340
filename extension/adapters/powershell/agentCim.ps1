# WMI through CIM sessions. Instances are named by their keys on client-only instances: no WQL holds a value.

function Test-ContentCim {
    return $null -ne (Get-Command -Name 'New-CimSession' -ErrorAction SilentlyContinue)
}

$script:ContentCimTypes = @{
    Boolean = [System.Boolean]; String = [System.String]; DateTime = [System.DateTime]; Char16 = [System.Char]
    UInt8 = [System.Byte]; UInt16 = [System.UInt16]; UInt32 = [System.UInt32]; UInt64 = [System.UInt64]
    SInt8 = [System.SByte]; SInt16 = [System.Int16]; SInt32 = [System.Int32]; SInt64 = [System.Int64]
    Real32 = [System.Single]; Real64 = [System.Double]
}

# A value of a request as the declared CIM type: providers refuse a sint32 where they declare a uint32.
function ConvertTo-ContentTyped {
    param($Value, [string] $CimType)
    if ($null -eq $Value) { return $null }
    $isArray = $CimType.EndsWith('Array')
    $name = $CimType
    if ($isArray) { $name = $CimType.Substring(0, $CimType.Length - 5) }
    if (-not $script:ContentCimTypes.ContainsKey($name)) { throw (New-ContentError 'request' ('Values of type ' + $CimType + ' cannot be written.')) }
    $type = $script:ContentCimTypes[$name]
    if (-not $isArray) { return ConvertTo-ContentScalar $Value $type }
    $items = [object[]] $Value
    $typed = [System.Array]::CreateInstance($type, $items.Length)
    for ($i = 0; $i -lt $items.Length; $i++) { $typed[$i] = ConvertTo-ContentScalar $items[$i] $type }
    return , $typed
}

function ConvertTo-ContentScalar {
    param($Value, [type] $Type)
    if ($Type -eq [System.DateTime]) {
        return [datetime]::Parse([string] $Value, $script:ContentInvariant, [System.Globalization.DateTimeStyles]::RoundtripKind)
    }
    return [System.Management.Automation.LanguagePrimitives]::ConvertTo($Value, $Type, $script:ContentInvariant)
}

# A key's value: JSON has one kind of number, PowerShell 7 reads it as 64 bits.
function ConvertTo-ContentKey {
    param($Value)
    if ($Value -is [string] -or $Value -is [bool]) { return $Value }
    $number = [long] $Value
    if ($number -ge -2147483648 -and $number -le 2147483647) { return [int] $number }
    if ($number -gt 0 -and $number -le 4294967295) { return [uint32] $number }
    return $number
}

# A CIM value as JSON holds it: 64-bit integers as digits, times as UTC text.
function ConvertFrom-ContentValue {
    param($Value)
    if ($null -eq $Value) { return $null }
    if ($Value -is [string]) { return [string] $Value }
    if ($Value -is [System.Array]) {
        $items = New-Object System.Collections.ArrayList
        foreach ($item in $Value) { [void] $items.Add((ConvertFrom-ContentValue $item)) }
        return , $items.ToArray()
    }
    if ($Value -is [datetime]) { return $Value.ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ss.fff', $script:ContentInvariant) + 'Z' }
    if ($Value -is [timespan]) { return $Value.ToString() }
    if ($Value -is [long] -or $Value -is [System.UInt64]) { return $Value.ToString($script:ContentInvariant) }
    if ($Value -is [char]) { return [string] $Value }
    return $Value
}

# Embedded objects and references have no place in an answer.
function Test-ContentPlain {
    param($Value)
    foreach ($item in @($Value)) {
        if ($null -ne $item -and -not ($item -is [string] -or $item -is [datetime] -or $item -is [timespan] -or $item.GetType().IsPrimitive)) { return $false }
    }
    return $true
}

function Add-ContentValue {
    param([hashtable] $Map, [string] $Name, $Value)
    if (-not (Test-ContentPlain $Value)) { return }
    $plain = ConvertFrom-ContentValue $Value
    if ($plain -is [System.Array]) { $plain = [object[]] $plain }
    $Map[$Name] = $plain
}

function Unprotect-ContentSecret {
    param([string] $Sealed)
    $bytes = [System.Convert]::FromBase64String($Sealed)
    $aes = [System.Security.Cryptography.Aes]::Create()
    try {
        $aes.Key = [System.Convert]::FromBase64String($script:ContentKey)
        $aes.IV = [byte[]] $bytes[0..15]
        $plain = $aes.CreateDecryptor().TransformFinalBlock($bytes, 16, $bytes.Length - 16)
    }
    finally { $aes.Dispose() }
    $secret = New-Object System.Security.SecureString
    foreach ($char in [System.Text.Encoding]::UTF8.GetString($plain).ToCharArray()) { $secret.AppendChar($char) }
    return $secret
}

function Test-ContentLocal {
    param([string] $Computer)
    $own = [System.Environment]::MachineName
    return $Computer -in '', '.', 'localhost', $own -or $Computer -like ([System.Management.Automation.WildcardPattern]::Escape($own) + '.*')
}

function Test-ContentDenied {
    param($Record)
    $failure = Get-ContentFailure $Record
    return $failure['native'] -eq 'AccessDenied' -or $failure['errorId'] -match '0x(80070005|80041003|8007052e)'
}

function Get-ContentSession {
    param($Data)
    if (-not (Test-ContentCim)) { throw (New-ContentError 'noCim' 'This PowerShell has no CIM cmdlets.') }
    $computer = [string] $Data['computer']
    $user = [string] $Data['user']
    $name = $computer.ToLowerInvariant() + '|' + $user.ToLowerInvariant()
    if ($script:ContentCimSessions.ContainsKey($name)) { return $script:ContentCimSessions[$name] }
    $how = @{ OperationTimeoutSec = [uint32] $Data['seconds'] }
    if ($user -ne '') {
        $secret = Unprotect-ContentSecret ([string] $Data['secret'])
        $how['Credential'] = New-Object System.Management.Automation.PSCredential -ArgumentList $user, $secret
    }
    if ($user -eq '' -and (Test-ContentLocal $computer)) { $session = New-CimSession @how }
    else { $session = New-ContentRemoteSession $computer ([string] $Data['namespace']) $how }
    $script:ContentCimSessions[$name] = $session
    return $session
}

# WSMan first; DCOM when it cannot be reached, or when it turns this account away: WinRM lets in administrators and
# Remote Management Users, DCOM also those whom the provider lets in. A session may stand and let nothing through,
# so it is tried once. A given password is not: two wrong ones may lock the account.
function New-ContentRemoteSession {
    param([string] $Computer, [string] $Namespace, [hashtable] $How)
    $session = $null
    $refusal = $null
    try {
        $session = New-CimSession -ComputerName $Computer @How
        [void] @(Get-CimInstance -ClassName '__NAMESPACE' -Namespace $Namespace -CimSession $session -OperationTimeoutSec $How['OperationTimeoutSec'])
        return $session
    }
    catch {
        if (Test-ContentDenied $_) { $refusal = $_ }
        elseif ($null -ne $session) { return $session }
        [void] $script:ContentNotes.Add('WinRM: ' + [string] $_.Exception.Message)
    }
    if ($null -ne $session) { Remove-CimSession -CimSession $session -ErrorAction SilentlyContinue }
    if ($null -ne $refusal -and $How.ContainsKey('Credential')) { throw $refusal }
    try { return New-CimSession -ComputerName $Computer -SessionOption (New-CimSessionOption -Protocol Dcom) @How }
    catch {
        if ($null -ne $refusal) { throw $refusal }
        throw
    }
}

# After a failure the next call connects anew: the old session may be the cause.
function Reset-ContentSession {
    param($Data)
    if ($null -eq $Data -or $null -eq $Data['computer']) { return }
    $name = ([string] $Data['computer']).ToLowerInvariant() + '|' + ([string] $Data['user']).ToLowerInvariant()
    if (-not $script:ContentCimSessions.ContainsKey($name)) { return }
    Remove-CimSession -CimSession $script:ContentCimSessions[$name] -ErrorAction SilentlyContinue
    $script:ContentCimSessions.Remove($name)
    $script:ContentCimClasses.Clear()
}

function Close-ContentCim {
    foreach ($session in @($script:ContentCimSessions.Values)) { Remove-CimSession -CimSession $session -ErrorAction SilentlyContinue }
    $script:ContentCimSessions.Clear()
    $script:ContentCimClasses.Clear()
    return @{ closed = $true }
}

# Where and for how long, as every CIM cmdlet takes it.
function Get-ContentWhere {
    param($Data)
    return @{ CimSession = (Get-ContentSession $Data); OperationTimeoutSec = [uint32] $Data['seconds'] }
}

function Find-ContentInstance {
    param($Data, [hashtable] $Where)
    $keys = @{}
    $names = [System.Collections.Generic.List[string]]::new()
    foreach ($key in [object[]] $Data['keys']) {
        $names.Add([string] $key['name'])
        $keys[[string] $key['name']] = ConvertTo-ContentKey $key['value']
    }
    $named = New-CimInstance -ClassName ([string] $Data['className']) -Namespace ([string] $Data['namespace']) -Key ($names.ToArray()) -Property $keys -ClientOnly
    $instance = Get-CimInstance -InputObject $named @Where
    if ($null -eq $instance) { throw (New-ContentError 'notFound' 'There is no such instance.') }
    return $instance
}

function Get-ContentInstance {
    param($Data)
    $where = Get-ContentWhere $Data
    $instance = Find-ContentInstance $Data $where
    $map = @{}
    foreach ($property in $instance.CimInstanceProperties) { Add-ContentValue $map $property.Name $property.Value }
    return @{ properties = $map }
}

function Set-ContentInstance {
    param($Data)
    $where = Get-ContentWhere $Data
    $instance = Find-ContentInstance $Data $where
    $changes = @{}
    foreach ($change in [object[]] $Data['properties']) {
        $name = [string] $change['name']
        $declared = $instance.CimInstanceProperties[$name]
        if ($null -eq $declared) { throw (New-ContentError 'request' ('The class has no property ' + $name + '.')) }
        $changes[$name] = ConvertTo-ContentTyped $change['value'] ([string] $declared.CimType)
    }
    Set-CimInstance -InputObject $instance -Property $changes -Confirm:$false @where
    return @{ written = $true }
}

function Remove-ContentInstance {
    param($Data)
    $where = Get-ContentWhere $Data
    Remove-CimInstance -InputObject (Find-ContentInstance $Data $where) -Confirm:$false @where
    return @{ deleted = $true }
}

function Get-ContentClass {
    param($Data, [hashtable] $Where)
    $name = (([string] $Data['computer']), ([string] $Data['user']), ([string] $Data['namespace']), ([string] $Data['className']) -join '|').ToLowerInvariant()
    if (-not $script:ContentCimClasses.ContainsKey($name)) {
        $script:ContentCimClasses[$name] = Get-CimClass -ClassName ([string] $Data['className']) -Namespace ([string] $Data['namespace']) @Where
    }
    return $script:ContentCimClasses[$name]
}

function Get-ContentDeclarations {
    param($Data)
    $class = Get-ContentClass $Data (Get-ContentWhere $Data)
    $properties = New-Object System.Collections.ArrayList
    foreach ($declared in $class.CimClassProperties) {
        $isKey = ($declared.Flags -band [Microsoft.Management.Infrastructure.CimFlags]::Key) -ne 0
        [void] $properties.Add(@{ name = [string] $declared.Name; type = [string] $declared.CimType; isKey = [bool] $isKey })
    }
    return @{ properties = [object[]] $properties.ToArray() }
}

# The declaration tells the types of the values; there is no text that holds one.
function Add-ContentInstance {
    param($Data)
    $where = Get-ContentWhere $Data
    $class = Get-ContentClass $Data $where
    $values = @{}
    foreach ($given in [object[]] $Data['properties']) {
        $name = [string] $given['name']
        $declared = $class.CimClassProperties[$name]
        if ($null -eq $declared) { throw (New-ContentError 'request' ('The class has no property ' + $name + '.')) }
        $values[$name] = ConvertTo-ContentTyped $given['value'] ([string] $declared.CimType)
    }
    [void] (New-CimInstance -CimClass $class -Property $values -Confirm:$false @where)
    return @{ created = $true }
}

# On the class, or with keys on that instance. The declaration tells the types of the arguments.
function Invoke-ContentMethod {
    param($Data)
    $where = Get-ContentWhere $Data
    $class = Get-ContentClass $Data $where
    $method = $class.CimClassMethods[[string] $Data['method']]
    if ($null -eq $method) { throw (New-ContentError 'request' ('The class has no method ' + [string] $Data['method'] + '.')) }
    $arguments = @{}
    foreach ($given in [object[]] $Data['parameters']) {
        $name = [string] $given['name']
        $declared = $method.Parameters[$name]
        if ($null -eq $declared) { throw (New-ContentError 'request' ('The method has no parameter ' + $name + '.')) }
        $arguments[$name] = ConvertTo-ContentTyped $given['value'] ([string] $declared.CimType)
    }
    $on = @{ CimClass = $class }
    if (([object[]] $Data['keys']).Length -gt 0) { $on = @{ InputObject = (Find-ContentInstance $Data $where) } }
    $results = @(Invoke-CimMethod @on -MethodName ([string] $Data['method']) -Arguments $arguments -Confirm:$false @where)
    $out = @{}
    $returnValue = 0
    foreach ($result in $results) {
        foreach ($property in $result.PSObject.Properties) {
            if ($property.Name -eq 'PSComputerName') { continue }
            if ($property.Name -eq 'ReturnValue') { if ($null -ne $property.Value) { $returnValue = $property.Value } }
            else { Add-ContentValue $out $property.Name $property.Value }
        }
    }
    return @{ returnValue = $returnValue; out = $out }
}

# Instances of a class into the file of rows; those that differ in a value of "where" are left out here.
function Read-ContentInstances {
    param($Data, [string] $File)
    $names = [string[]] ([object[]] $Data['properties'])
    $wanted = [object[]] $Data['where']
    $selected = [System.Collections.Generic.List[string]]::new($names)
    foreach ($one in $wanted) { if (-not $selected.Contains([string] $one['name'])) { $selected.Add([string] $one['name']) } }
    foreach ($name in @([string] $Data['className']) + $selected.ToArray()) {
        if ($name -cnotmatch '^[A-Za-z_][A-Za-z0-9_]*\z') { throw (New-ContentError 'request' 'That is not the name of a class or property.') }
    }
    $where = Get-ContentWhere $Data
    $writer = Open-ContentRows $File
    try {
        Write-ContentColumns $writer 0 ([object[]] $names)
        $batch = [System.Collections.Generic.List[object]]::new()
        Get-CimInstance -ClassName ([string] $Data['className']) -Namespace ([string] $Data['namespace']) -Property ($selected.ToArray()) @where | ForEach-Object {
            $instance = $_
            $matched = $true
            foreach ($one in $wanted) { if (-not (Test-ContentEqual $instance $one)) { $matched = $false } }
            if ($matched) {
                $row = [object[]]::new($names.Length)
                for ($i = 0; $i -lt $names.Length; $i++) {
                    $map = @{}
                    $property = $instance.CimInstanceProperties[$names[$i]]
                    if ($null -ne $property) { Add-ContentValue $map 'value' $property.Value }
                    $row[$i] = $map['value']
                }
                $batch.Add($row)
                if ($batch.Count -ge $script:ContentRowsPerLine) { Write-ContentBatch $writer $batch }
            }
        }
        Write-ContentBatch $writer $batch
        return @{ complete = $true }
    }
    finally { $writer.Dispose() }
}

function Test-ContentEqual {
    param($Instance, $Wanted)
    $property = $Instance.CimInstanceProperties[[string] $Wanted['name']]
    if ($null -eq $property) { return $false }
    $map = @{}
    Add-ContentValue $map 'value' $property.Value
    $value = $map['value']
    if ($null -eq $value -or $null -eq $Wanted['value']) { return $null -eq $value -and $null -eq $Wanted['value'] }
    return [string]::Equals([string] $value, [string] $Wanted['value'], [System.StringComparison]::OrdinalIgnoreCase)
}
