# Installs the bot as a Windows service from the folder of a release, without internet. As administrator.
$ErrorActionPreference = 'Stop'
$release = Split-Path (Split-Path $PSScriptRoot)
$version = (Get-Content (Join-Path $release 'VERSION')).Trim()
$root = Join-Path $env:ProgramFiles 'Sferum.Bot'
$data = Join-Path $env:ProgramData 'Sferum.Bot'

foreach ($line in Get-Content (Join-Path $release 'SHA256SUMS')) {
    $hash, $file = $line -split '\s+\*?', 2
    $path = Join-Path $release $file
    if ((Get-FileHash -Algorithm SHA256 $path).Hash -ne $hash) { throw "Файл повреждён при копировании: $path" }
}

$program = Join-Path $root "versions\$version"
New-Item -ItemType Directory -Force $program, (Join-Path $data 'secrets'), (Join-Path $data 'data') | Out-Null
Copy-Item -Recurse -Force (Join-Path $release 'win-x64\*') $program
Copy-Item -Recurse -Force (Join-Path $release 'deploy') $program
Copy-Item -Force (Join-Path $PSScriptRoot 'sferum-bot.ps1') $root
$env_file = Join-Path $data 'sferum-bot.env'
if (-not (Test-Path $env_file)) { Copy-Item (Join-Path $release 'deploy\sferum-bot.env') $env_file }

# Only the service, the system and administrators read settings and data (S-1-5-18 and S-1-5-32-544 by any language).
if (-not (Get-Service Sferum.Bot -ErrorAction SilentlyContinue)) {
    New-Service -Name Sferum.Bot -DisplayName 'Sferum.Bot' -StartupType Automatic -BinaryPathName "`"$program\Sferum.Bot.exe`" run" | Out-Null
    & sc.exe config Sferum.Bot obj= 'NT SERVICE\Sferum.Bot' | Out-Null
    & sc.exe failure Sferum.Bot reset= 86400 actions= restart/5000/restart/5000/restart/60000 | Out-Null
    Set-Content (Join-Path $root 'current') $version
}
& icacls.exe $data /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' 'NT SERVICE\Sferum.Bot:(OI)(CI)M' | Out-Null

Write-Output "Готово. Осталось: ключ доступа в $data\secrets\Vk__Token, настройки в $env_file, затем: powershell -File `"$root\sferum-bot.ps1`" apply"
