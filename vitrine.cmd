@echo off
rem Starts Vitrine on Windows. Builds it first where something is missing or out of date.
rem
rem   VITRINE_OPTS   more flags for Java, such as -Xmx4g
rem
rem Everything that this script makes lies in target\launcher and may be deleted.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"
set "made=%root%\target\launcher"

rem --- Java -------------------------------------------------------------------

set "java=java"
if not defined JAVA_HOME goto have_java
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto have_java
echo vitrine: JAVA_HOME is %JAVA_HOME%, and there is no bin\java.exe in it 1>&2
exit /b 1
:have_java

set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1" ^| findstr /c:" version "') do if not defined version set "version=%%~v"
if not defined version (
    echo vitrine: no Java found: install a JDK, 17 or newer, and set JAVA_HOME to it 1>&2
    exit /b 1
)
for /f "delims=.-+" %%f in ("%version%") do set "feature=%%f"
if %feature% LSS 17 (
    echo vitrine: Java 17 or newer is needed, and this is %version% 1>&2
    exit /b 1
)

rem --- Build ------------------------------------------------------------------

if not exist "%made%" mkdir "%made%"
call :up_to_date
if not errorlevel 1 goto start

where mvn >nul 2>nul
if errorlevel 1 (
    echo vitrine: Vitrine must be built and Maven is missing: install it from maven.apache.org 1>&2
    exit /b 1
)
rem While one launcher builds, it holds the lock file open, and no other can open it.
set "entered="
call :build 9>"%made%\lock"
if not defined entered (
    echo vitrine: another vitrine is building; start again when it has finished 1>&2
    exit /b 1
)
if "%built%"=="yes" goto start
findstr /r /c:"^\[ERROR\] ." /c:"^\[WARNING\] .*\.java:" "%made%\build.log" 1>&2
echo vitrine: the build failed; all of its output is in %made%\build.log 1>&2
exit /b 1

:build
set "entered=yes"
set "built=no"
echo vitrine: building ... 1>&2
pushd "%root%"
call mvn -B -ntp -Dmaven.test.skip=true -Dspotless.skip=true package >"%made%\build.log" 2>&1 <nul
if not errorlevel 1 set "built=yes"
popd
if "%built%"=="yes" echo built>"%made%\stamp"
exit /b 0

rem Newer than the stamp? PowerShell is slow to start, but it is on every Windows.
:up_to_date
if not exist "%made%\stamp" exit /b 1
if not exist "%root%\experiments\target\launcher.classpath" exit /b 1
powershell -NoProfile -Command "$t=(Get-Item -LiteralPath ($env:made+'\stamp')).LastWriteTime; $s=@(Get-Item -LiteralPath ($env:root+'\pom.xml')); foreach($m in 'engine','audio','experiments'){$s+=Get-Item -LiteralPath ($env:root+'\'+$m+'\pom.xml'); $s+=Get-ChildItem -LiteralPath ($env:root+'\'+$m+'\src\main') -Recurse}; if($s | Where-Object {$_.LastWriteTime -gt $t}){exit 1}"
exit /b %errorlevel%

rem --- Start ------------------------------------------------------------------

:start
for /f "usebackq delims=" %%c in ("%root%\experiments\target\launcher.classpath") do set "libraries=%%c"
set "native="
if %feature% GEQ 22 set "native=--enable-native-access=ALL-UNNAMED"
set "classes=%root%\experiments\target\classes;%root%\engine\target\classes;%root%\audio\target\classes"
"%java%" -Xms32m -Xmx1g -Xmn24m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Djava.awt.headless=true -DuniqueLibraryNames=true "-Dvitrine.root=%root%" %native% %VITRINE_OPTS% -cp "%classes%;%libraries%" dev.vitrine.experiments.cli.Main %*
exit /b %errorlevel%
