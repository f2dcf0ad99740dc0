# Makes the Windows installers: installers\windows\build.ps1 [-Out DIR] on Windows with a JDK 25 or newer, Maven and
# WiX 3.14, 4 or 5 on the PATH. DIR (default target\installer) gets Attune\ (the image), Attune-VERSION.msi,
# Attune-VERSION.exe and their SHA-256.
#
# Signing happens when ATTUNE_SIGNING_THUMBPRINT names a certificate in the user's store and signtool is on the PATH.
param([string]$Out)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $false
$here = Split-Path -Parent $PSScriptRoot
$root = Split-Path -Parent $here
if (-not $Out) { $Out = Join-Path $root 'target\installer' }

# The same for every version, for ever: Windows finds the older Attune by it and replaces it.
$upgradeUuid = '5f8a7d0e-6f0b-4c58-9a3b-0d6c7c1b7e42'

function Invoke-Checked([string]$Command, [string[]]$Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Command ended with $LASTEXITCODE" }
}

function Get-JavaMajor([string]$Directory) {
    $release = Join-Path $Directory 'release'
    if (-not (Test-Path $release)) { return 0 }
    $line = Select-String -Path $release -Pattern '^JAVA_VERSION="(\d+)' | Select-Object -First 1
    if ($line) { return [int]$line.Matches[0].Groups[1].Value }
    return 0
}

function Find-Jdk {
    $candidates = @($env:JAVA_HOME)
    $candidates += Get-ChildItem -Directory -ErrorAction SilentlyContinue `
        "$env:ProgramFiles\Eclipse Adoptium", "$env:ProgramFiles\Java", "$env:ProgramFiles\Microsoft" |
        ForEach-Object FullName
    foreach ($candidate in $candidates) {
        if ($candidate -and (Test-Path "$candidate\bin\jpackage.exe") -and (Get-JavaMajor $candidate) -ge 25) {
            return $candidate
        }
    }
    throw 'No JDK 25 or newer with jpackage found; install one (Temurin 25) or set JAVA_HOME to it.'
}

$jdk = Find-Jdk
$env:JAVA_HOME = $jdk
[xml]$pom = Get-Content (Join-Path $root 'pom.xml')
$version = $pom.project.version
Write-Output "Attune $version with $jdk"

Push-Location $root
try { Invoke-Checked 'mvn' @('-q', '-B', '-DskipTests', 'package') } finally { Pop-Location }

$work = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Force "$work\input\lib" | Out-Null
if (Test-Path $Out) { Remove-Item -Recurse -Force $Out }
New-Item -ItemType Directory -Force $Out | Out-Null

# The modules of installers/common.sh, from there, so that the three systems never differ.
$modules = (Select-String -Path (Join-Path $here 'common.sh') -Pattern '^modules=(?:\$modules,)?(\S+)$' |
    ForEach-Object { $_.Matches[0].Groups[1].Value }) -join ','
$fx = (Get-ChildItem (Join-Path $root 'target\fx') -Filter 'javafx-*-win*.jar' | ForEach-Object FullName) -join ';'
$added = 'javafx.controls,javafx.fxml,javafx.swing'
$needs = & "$jdk\bin\jdeps" --multi-release 25 --ignore-missing-deps --list-deps (Join-Path $root 'target\attune.jar')
if ($needs -match 'jdk\.incubator\.vector') {
    $modules += ',jdk.incubator.vector'
    $added += ',jdk.incubator.vector'
}
Invoke-Checked "$jdk\bin\jlink" @('--module-path', $fx, '--add-modules', $modules, '--no-header-files',
    '--no-man-pages', '--strip-java-debug-attributes', '--output', "$work\runtime")
Remove-Item "$work\runtime\bin\keytool.exe", "$work\runtime\bin\jrunscript.exe" -ErrorAction SilentlyContinue
if (& "$work\runtime\bin\java" --list-modules | Select-String '^(jdk|java)\.compiler@') {
    throw 'The runtime holds a compiler.'
}

Copy-Item (Join-Path $root 'target\attune.jar') "$work\input"
Get-ChildItem (Join-Path $root 'target\lib') -Filter '*.jar' | Where-Object Name -NotLike 'javafx-*' |
    Copy-Item -Destination "$work\input\lib"
Copy-Item -Recurse (Join-Path $root 'sample-datasets') "$work\input"
if (Test-Path (Join-Path $root 'LICENSE')) { Copy-Item (Join-Path $root 'LICENSE') "$work\input" }
Invoke-Checked "$jdk\bin\java" @((Join-Path $here 'icon\DrawIcon.java'), "$work\icons")

# Attune.exe has no console, for the menu; attune-cli.exe has one, for scripts. Both are the same program.
Set-Content "$work\attune-cli.properties" @('win-console=true', 'win-menu=false', 'win-shortcut=false')
$description = "A workbench for the analysts behind a personalisation engine"
Invoke-Checked "$jdk\bin\jpackage" @('--type', 'app-image', '--name', 'Attune', '--app-version', $version,
    '--vendor', 'Attune', '--description', $description, '--copyright', 'GPL-3.0-or-later',
    '--icon', "$work\icons\attune.ico", '--runtime-image', "$work\runtime", '--input', "$work\input",
    '--main-jar', 'attune.jar', '--main-class', 'app.attune.workbench.Launcher',
    '--java-options', '--enable-native-access=javafx.graphics,ALL-UNNAMED',
    '--java-options', "--add-modules=$added",
    '--java-options', '-XX:+UseCompactObjectHeaders',
    '--java-options', '-Xlog:all=off:stdout', '--java-options', '-Xlog:all=warning:stderr',
    '--add-launcher', "attune-cli=$work\attune-cli.properties", '--dest', $Out)
$image = Join-Path $Out 'Attune'

# The AOT cache, made by the image's own runtime and turned on for both launchers; then seen to be used.
$cache = Join-Path $image 'app\attune.aot'
$training = if ($env:ATTUNE_TRAINING) { $env:ATTUNE_TRAINING -split ' ' } else { @('demo', '--out', "$work\demo") }
$env:JAVA_TOOL_OPTIONS = "-XX:AOTCacheOutput=`"$cache`" -Dglass.platform=Headless -Dprism.order=sw"
& (Join-Path $image 'attune-cli.exe') @training
$env:JAVA_TOOL_OPTIONS = $null
if (-not (Test-Path $cache)) { throw 'Training wrote no AOT cache.' }
foreach ($name in 'Attune', 'attune-cli') {
    $cfg = Join-Path $image "app\$name.cfg"
    (Get-Content $cfg) -replace '^\[JavaOptions\]$', "[JavaOptions]`njava-options=-XX:AOTCache=`$APPDIR\attune.aot" |
        Set-Content $cfg
}
$env:JAVA_TOOL_OPTIONS = "-Xlog:aot:file=`"$work\aot.log`""
& (Join-Path $image 'attune-cli.exe') '--version'
$env:JAVA_TOOL_OPTIONS = $null
if (-not (Select-String -Quiet 'Opened AOT cache' "$work\aot.log")) { throw 'The AOT cache is not used.' }

function Set-Signature([string[]]$Files) {
    if (-not $env:ATTUNE_SIGNING_THUMBPRINT) {
        Write-Output 'No ATTUNE_SIGNING_THUMBPRINT: not signed'
        return
    }
    foreach ($file in $Files) {
        Set-ItemProperty $file -Name IsReadOnly -Value $false
        Invoke-Checked 'signtool' @('sign', '/sha1', $env:ATTUNE_SIGNING_THUMBPRINT, '/fd', 'SHA256',
            '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256', $file)
    }
}

Set-Signature @((Join-Path $image 'Attune.exe'), (Join-Path $image 'attune-cli.exe'))
foreach ($type in 'msi', 'exe') {
    $options = @('--type', $type, '--name', 'Attune', '--app-version', $version, '--vendor', 'Attune',
        '--description', $description, '--app-image', $image, '--dest', $Out,
        '--win-per-user-install', '--win-dir-chooser', '--win-menu', '--win-menu-group', 'Attune',
        '--win-shortcut', '--win-shortcut-prompt', '--win-upgrade-uuid', $upgradeUuid,
        '--file-associations', (Join-Path $here 'attune.properties'))
    if (Test-Path (Join-Path $root 'LICENSE')) { $options += @('--license-file', (Join-Path $root 'LICENSE')) }
    Invoke-Checked "$jdk\bin\jpackage" $options
}
$packages = Get-ChildItem $Out -File | Where-Object Extension -In '.msi', '.exe'
Set-Signature $packages.FullName
foreach ($package in $packages) {
    $hash = (Get-FileHash -Algorithm SHA256 $package.FullName).Hash.ToLowerInvariant()
    "$hash  $($package.Name)" | Set-Content "$($package.FullName).sha256"
    Write-Output ("{0}  {1:N1} MB  {2}" -f $package.Name, ($package.Length / 1MB), $hash)
}
Remove-Item -Recurse -Force $work
