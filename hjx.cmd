@echo off
rem The command line of HJX on Windows: builds what is missing, then runs the command. "hjx help" lists them.
setlocal
set "HJX_HOME=%~dp0"
if "%HJX_HOME:~-1%"=="\" set "HJX_HOME=%HJX_HOME:~0,-1%"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo HJX needs JDK 17 or newer, and there is no java here: install one and set JAVA_HOME. 1>&2
  exit /b 1
)
if "%~1"=="test" goto :test
if exist "%HJX_HOME%\target\hjx.war" if exist "%HJX_HOME%\target\cli-lib\terser.jar" goto :run

call :maven
if errorlevel 1 exit /b 1
echo Building HJX ... 1>&2
call mvn -B -f "%HJX_HOME%\pom.xml" -Dmaven.test.skip package 1>&2
if errorlevel 1 exit /b 1

:run
"%JAVA%" -Djdk.console=java.base -Dpolyglotimpl.AttachLibraryFailureAction=ignore -Dhjx.home="%HJX_HOME%" -cp "%HJX_HOME%\target\classes;%HJX_HOME%\target\cli-lib\*;%HJX_HOME%\target\hjx\WEB-INF\lib\*" io.hjx.cli.Main %*
exit /b %errorlevel%

:test
call :maven
if errorlevel 1 exit /b 1
set "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1"
call mvn -B -ntp -f "%HJX_HOME%\pom.xml" verify
if errorlevel 1 exit /b 1
exit /b 0

:maven
where mvn >nul 2>&1
if errorlevel 1 (
  echo HJX is built with Maven 3.8.7 or newer, and there is no mvn here: install it. 1>&2
  exit /b 1
)
exit /b 0
