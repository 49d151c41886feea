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

rem What Java is always given.
set "flags=-Xms32m -Xmx1g -Xmn12m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -Djava.awt.headless=true -DuniqueLibraryNames=true"
if %feature% GEQ 22 set "flags=%flags% --enable-native-access=ALL-UNNAMED"

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
echo built>"%made%\stamp.next"
pushd "%root%"
call mvn -B -ntp -Dmaven.test.skip=true -Dspotless.skip=true package >"%made%\build.log" 2>&1 <nul
if not errorlevel 1 set "built=yes"
popd
if "%built%"=="yes" call :keep_jars
exit /b 0

rem Each build gets a folder of its own: a training run that goes on keeps its own jars, which Windows locks.
:keep_jars
set "app=app-%RANDOM%-%RANDOM%"
mkdir "%made%\%app%"
for %%m in (engine audio experiments) do copy /y "%root%\%%m\target\vitrine-*.jar" "%made%\%app%" >nul || set "built=no"
copy /y "%root%\experiments\target\launcher.classpath" "%made%\%app%\libraries" >nul || set "built=no"
if not "%built%"=="yes" exit /b 1
call :class_path
call :archive_classes
>"%made%\current" echo %app%
move /y "%made%\stamp.next" "%made%\stamp" >nul
for /f "skip=3 delims=" %%d in ('dir /b /ad /o-d "%made%\app-*"') do rmdir /s /q "%made%\%%d" 2>nul
exit /b 0

rem A training step, of which Java keeps what it has read and checked of each class: later starts take half the time. It
rem says nothing, and all works without what it makes.
:archive_classes
set "archive=%made%\%app%\classes-%version%.jsa"
"%java%" %flags% "-Dvitrine.root=%root%" "-XX:ArchiveClassesAtExit=%archive%.part" -Xlog:cds=off -Xlog:cds+dynamic=off -cp "%class_path%" dev.vitrine.experiments.cli.Main bench --works W1 --batch 1 --steps 1 >nul 2>nul <nul
if not errorlevel 1 if exist "%archive%.part" move /y "%archive%.part" "%archive%" >nul
exit /b 0

rem The jars of a build, and the libraries.
:class_path
for /f "usebackq delims=" %%c in ("%made%\%app%\libraries") do set "class_path=%made%\%app%\*;%%c"
exit /b 0

rem Newer than the stamp? PowerShell is slow to start, but it is on every Windows.
:up_to_date
if not exist "%made%\stamp" exit /b 1
if not exist "%made%\current" exit /b 1
set /p app=<"%made%\current"
if not exist "%made%\%app%\libraries" exit /b 1
powershell -NoProfile -Command "$t=(Get-Item -LiteralPath ($env:made+'\stamp')).LastWriteTime; $s=@(Get-Item -LiteralPath ($env:root+'\pom.xml')); foreach($m in 'engine','audio','experiments'){$s+=Get-Item -LiteralPath ($env:root+'\'+$m+'\pom.xml'); $s+=Get-ChildItem -LiteralPath ($env:root+'\'+$m+'\src\main') -Recurse}; if($s | Where-Object {$_.LastWriteTime -gt $t}){exit 1}"
exit /b %errorlevel%

rem --- Start ------------------------------------------------------------------

:start
set /p app=<"%made%\current"
call :class_path
rem --threads N: both numbers are read once, when Java and the OpenCL driver (PoCL) begin. Vitrine checks that they hold.
set "threads="
call :find_threads %*
if not defined threads goto all_threads
for /f "delims=0123456789" %%x in ("%threads%") do goto all_threads
if "%threads:~0,1%"=="0" goto all_threads
if not "%threads:~4,1%"=="" goto all_threads
if %threads% GTR %NUMBER_OF_PROCESSORS% goto all_threads
set "POCL_MAX_PTHREAD_COUNT=%threads%"
rem A parallel loop also runs in the thread that began it.
set /a others=threads-1
set "flags=%flags% -XX:ActiveProcessorCount=%threads% -Djava.util.concurrent.ForkJoinPool.common.parallelism=%others% -Dvitrine.threads=%threads%"
:all_threads
rem Java passes over an archive that another Java or other libraries have made.
set "archive=%made%\%app%\classes-%version%.jsa"
if not exist "%archive%" goto without_archive
"%java%" %flags% "-Dvitrine.root=%root%" "-XX:SharedArchiveFile=%archive%" -Xlog:cds=off -Xlog:cds+dynamic=off %VITRINE_OPTS% -cp "%class_path%" dev.vitrine.experiments.cli.Main %*
exit /b %errorlevel%
:without_archive
"%java%" %flags% "-Dvitrine.root=%root%" %VITRINE_OPTS% -cp "%class_path%" dev.vitrine.experiments.cli.Main %*
exit /b %errorlevel%

rem The word behind the last --threads. An empty word ends the search; two of them end every command line.
:find_threads
if "%~1%~2"=="" exit /b 0
if "%~1"=="--threads" set "threads=%~2"
shift
goto find_threads
