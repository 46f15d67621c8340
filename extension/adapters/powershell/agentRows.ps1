# Rows go through a file that Node made, follows and deletes: a line is {"columns":..}, then {"rows":[[..],..]}.

$script:ContentRowsPerLine = 20
# Rows that come slowly are shown all the same: who waits for them takes silence for a stall.
$script:ContentFlushed = [System.Diagnostics.Stopwatch]::StartNew()

function Open-ContentRows {
    param([string] $Path)
    $share = [System.IO.FileShare] 'ReadWrite, Delete'
    $stream = [System.IO.FileStream]::new($Path, [System.IO.FileMode]::Truncate, [System.IO.FileAccess]::Write, $share)
    $writer = [System.IO.StreamWriter]::new($stream, [System.Text.UTF8Encoding]::new($false), 65536)
    $writer.NewLine = "`n"
    return $writer
}

function Write-ContentColumns {
    param($Writer, [int] $Result, [object[]] $Columns)
    $header = @{ result = $Result }
    $header['columns'] = [object[]] $Columns
    $Writer.WriteLine((ConvertTo-Json -InputObject $header -Depth 4 -Compress))
    $Writer.Flush()
}

function Write-ContentBatch {
    param($Writer, $Batch)
    if ($Batch.Count -eq 0) { return }
    $line = @{}
    $line['rows'] = [object[]] $Batch.ToArray()
    $Writer.WriteLine((ConvertTo-Json -InputObject $line -Depth 5 -Compress))
    $Batch.Clear()
    if ($script:ContentFlushed.ElapsedMilliseconds -lt 1000) { return }
    $Writer.Flush()
    $script:ContentFlushed.Restart()
}
