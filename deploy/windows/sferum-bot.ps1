# The bot's commands with the settings of the service: .\sferum-bot.ps1 doctor, … ; "apply" takes changed settings over.
$ErrorActionPreference = 'Stop'
$root = if ($env:SFERUM_ROOT) { $env:SFERUM_ROOT } else { Join-Path $env:ProgramFiles 'Sferum.Bot' }
$data = if ($env:SFERUM_DATA) { $env:SFERUM_DATA } else { Join-Path $env:ProgramData 'Sferum.Bot' }

$settings = [ordered]@{
    'Secrets__Path'             = Join-Path $data 'secrets'
    'Storage__ConnectionString' = "Data Source=$(Join-Path $data 'data\sferum.db')"
    'Storage__FilesPath'        = Join-Path $data 'data\files'
}
foreach ($line in Get-Content -Encoding UTF8 (Join-Path $data 'sferum-bot.env')) {
    if ($line -match '^\s*([A-Za-z]\w*)=(.*)$') { $settings[$Matches[1]] = $Matches[2].Trim('"') }
}
# A file of a secret wins over a default of this script in any case; see the order of settings in README.md.
if ($args[0] -eq 'apply') {
    $lines = [string[]]($settings.GetEnumerator() | ForEach-Object { "$($_.Key)=$($_.Value)" })
    New-ItemProperty 'HKLM:\SYSTEM\CurrentControlSet\Services\Sferum.Bot' -Name Environment -PropertyType MultiString -Value $lines -Force | Out-Null
    Restart-Service Sferum.Bot
    exit 0
}
foreach ($setting in $settings.GetEnumerator()) { Set-Item "env:$($setting.Key)" $setting.Value }
$version = if ($env:SFERUM_VERSION) { $env:SFERUM_VERSION } else { Get-Content (Join-Path $root 'current') }
& (Join-Path $root "versions\$version\Sferum.Bot.exe") @args
exit $LASTEXITCODE
