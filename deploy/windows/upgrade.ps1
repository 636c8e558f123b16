# Upgrades the service from the folder of a new release; the version before is put back when the new one does not become ready.
$ErrorActionPreference = 'Stop'
$release = Split-Path (Split-Path $PSScriptRoot)
$version = (Get-Content (Join-Path $release 'VERSION')).Trim()
$root = Join-Path $env:ProgramFiles 'Sferum.Bot'
$backups = Join-Path $env:ProgramData 'Sferum.Bot\backups'
$current = Join-Path $root 'current'
$bot = Join-Path $root 'sferum-bot.ps1'
$before = (Get-Content $current).Trim()
if ($before -eq $version) { throw "Версия $version уже стоит." }

function Invoke-Bot { & powershell.exe -NoProfile -ExecutionPolicy Bypass -File $bot @args; if ($LASTEXITCODE -ne 0) { throw "sferum-bot $($args -join ' '): код $LASTEXITCODE" } }
function Switch-Version([string] $to) {
    Set-Content $current $to
    & sc.exe config Sferum.Bot binPath= "`"$root\versions\$to\Sferum.Bot.exe`" run" | Out-Null
}

Invoke-Bot ready
& (Join-Path $PSScriptRoot 'install.ps1') | Out-Null
# Texts of the office's own may lack what a newer program says: better told now than by a bot that does not start.
$env:SFERUM_VERSION = $version
try { Invoke-Bot check } finally { Remove-Item env:SFERUM_VERSION }
Stop-Service Sferum.Bot
$migrated = $false
$backup = $null
try {
    Invoke-Bot backup --to $backups
    $backup = (Get-ChildItem -Directory $backups -Filter '*-*' | Sort-Object Name | Select-Object -Last 1).FullName
    Switch-Version $version
    $migrated = $true
    Invoke-Bot migrate
    Start-Service Sferum.Bot
    Invoke-Bot ready --wait 120
    Write-Output "Работает $version; копия до обновления: $backup"
}
catch {
    Write-Warning "$_ Возвращаю $before."
    Stop-Service Sferum.Bot -ErrorAction SilentlyContinue
    Switch-Version $before
    if ($migrated) { Invoke-Bot restore --from $backup --replace }
    Start-Service Sferum.Bot
    Invoke-Bot ready --wait 120
    throw 'Новая версия не стала готова, работает прежняя. Почему: журнал событий Windows, источник Sferum.Bot.'
}
