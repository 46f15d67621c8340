# One batch of SELECTs, with the rights of whoever runs this process.

$script:ContentSqlClient = $null

function Get-ContentSqlClient {
    if ($null -eq $script:ContentSqlClient) { $script:ContentSqlClient = [string] (Find-ContentSqlClient) }
    return $script:ContentSqlClient
}

# Microsoft.Data.SqlClient where it is installed; Windows PowerShell and PowerShell 7 bring the other along.
# Windows PowerShell finds assemblies of .NET by their full name only.
function Find-ContentSqlClient {
    foreach ($name in 'Microsoft.Data.SqlClient', 'System.Data.SqlClient') {
        if ($null -ne ("$name.SqlConnection" -as [type])) { return $name }
        foreach ($assembly in $name, 'System.Data, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089') {
            try { [void] [System.Reflection.Assembly]::Load($assembly) } catch { continue }
            if ($null -ne ("$name.SqlConnection" -as [type])) { return $name }
        }
    }
    return ''
}

# The builder is a dictionary to PowerShell: keywords, not properties. It quotes what it is given.
function New-ContentConnection {
    param($Data, [string] $Client)
    $builder = New-Object -TypeName "$Client.SqlConnectionStringBuilder"
    $builder['Data Source'] = [string] $Data['dataSource']
    $builder['Initial Catalog'] = [string] $Data['database']
    $builder['Integrated Security'] = $true
    $builder['ApplicationIntent'] = 'ReadOnly'
    $builder['Encrypt'] = [bool] $Data['encrypt']
    $builder['TrustServerCertificate'] = [bool] $Data['trustServerCertificate']
    $builder['Application Name'] = [string] $Data['applicationName']
    $builder['Connect Timeout'] = [int] $Data['connectSeconds']
    return New-Object -TypeName "$Client.SqlConnection" -ArgumentList ([string] $builder.ToString())
}

function Add-ContentParameters {
    param($Command, [object[]] $Parameters)
    foreach ($given in $Parameters) {
        $name = '@' + [string] $given['name']
        $text = [string] $given['value']
        switch ([string] $given['type']) {
            'int' {
                $parameter = $Command.Parameters.Add($name, [System.Data.SqlDbType]::Int)
                $parameter.Value = [int]::Parse($text, $script:ContentInvariant)
            }
            'bigint' {
                $parameter = $Command.Parameters.Add($name, [System.Data.SqlDbType]::BigInt)
                $parameter.Value = [long]::Parse($text, $script:ContentInvariant)
            }
            'time' {
                $parameter = $Command.Parameters.Add($name, [System.Data.SqlDbType]::DateTime)
                $parameter.Value = [datetime]::ParseExact($text, 'yyyy-MM-ddTHH:mm:ss.fff', $script:ContentInvariant)
            }
            'text' {
                $size = 4000
                if ($text.Length -gt 4000) { $size = -1 }
                $parameter = $Command.Parameters.Add($name, [System.Data.SqlDbType]::NVarChar, $size)
                $parameter.Value = $text
            }
            default { throw (New-ContentError 'request' 'The agent has no such parameter type.') }
        }
    }
}

# How a column's values are sent: times as UTC epoch milliseconds, "bigint" as its digits, "binary" as hex digits.
function Get-ContentColumnKind {
    param([type] $Type)
    switch ($Type.FullName) {
        'System.DateTime' { return 'time' }
        'System.DateTimeOffset' { return 'offset' }
        'System.Int64' { return 'bigint' }
        'System.Guid' { return 'guid' }
        'System.Byte[]' { return 'binary' }
        { $_ -in 'System.String', 'System.Boolean', 'System.Byte', 'System.Int16', 'System.Int32', 'System.Decimal', 'System.Double', 'System.Single' } { return 'plain' }
        default { return 'other' }
    }
}

function Read-ContentSql {
    param($Data, [string] $File)
    $client = Get-ContentSqlClient
    if ($client -eq '') { throw (New-ContentError 'noSqlClient' 'Neither System.Data.SqlClient nor Microsoft.Data.SqlClient is here.') }
    $writer = Open-ContentRows $File
    $connection = $null
    $command = $null
    $reader = $null
    $complete = $false
    try {
        $script:ContentPhase = 'connect'
        $connection = New-ContentConnection $Data $client
        $connection.Open()
        $script:ContentPhase = 'read'
        $command = $connection.CreateCommand()
        $command.CommandText = [string] $Data['text']
        $command.CommandTimeout = [int] $Data['requestSeconds']
        Add-ContentParameters $command ([object[]] $Data['parameters'])
        $reader = $command.ExecuteReader()
        $result = 0
        do {
            if ($reader.FieldCount -gt 0) {
                Copy-ContentResult $reader $writer $result
                $result = $result + 1
            }
        } while ($reader.NextResult())
        $writer.Flush()
        $complete = $true
        return @{ results = $result; client = $client }
    }
    finally {
        # A reader that is closed early reads to the end, unless its command was cancelled.
        if ($null -ne $command -and -not $complete) { try { $command.Cancel() } catch { } }
        if ($null -ne $reader) { $reader.Dispose() }
        if ($null -ne $command) { $command.Dispose() }
        if ($null -ne $connection) { $connection.Dispose() }
        $writer.Dispose()
    }
}

# Windows PowerShell's ConvertTo-Json writes {} for a DBNull.
function Copy-ContentResult {
    param($Reader, $Writer, [int] $Result)
    $count = [int] $Reader.FieldCount
    $columns = [object[]]::new($count)
    $kinds = [string[]]::new($count)
    for ($i = 0; $i -lt $count; $i++) {
        $kinds[$i] = Get-ContentColumnKind ($Reader.GetFieldType($i))
        $columns[$i] = @{ name = [string] $Reader.GetName($i); kind = $kinds[$i]; type = [string] $Reader.GetDataTypeName($i) }
    }
    Write-ContentColumns $Writer $Result $columns
    $batch = [System.Collections.Generic.List[object]]::new()
    while ($Reader.Read()) {
        $row = [object[]]::new($count)
        [void] $Reader.GetValues($row)
        for ($i = 0; $i -lt $count; $i++) {
            $value = $row[$i]
            if ($value -is [System.DBNull]) { $row[$i] = $null }
            elseif ($kinds[$i] -ne 'plain') {
                switch ($kinds[$i]) {
                    'time' { $row[$i] = [long] (($value.Ticks - $value.Ticks % 10000 - 621355968000000000) / 10000) }
                    'offset' { $row[$i] = [long] $value.ToUnixTimeMilliseconds() }
                    'bigint' { $row[$i] = $value.ToString($script:ContentInvariant) }
                    'binary' { $row[$i] = [System.BitConverter]::ToString($value).Replace('-', '').ToLowerInvariant() }
                    'guid' { $row[$i] = $value.ToString().ToUpperInvariant() }
                    default { throw (New-ContentError 'request' ('Column ' + $columns[$i]['name'] + ' is of type ' + $columns[$i]['type'] + ', which is not read.')) }
                }
            }
        }
        $batch.Add($row)
        if ($batch.Count -ge $script:ContentRowsPerLine) { Write-ContentBatch $Writer $batch }
    }
    Write-ContentBatch $Writer $batch
}
