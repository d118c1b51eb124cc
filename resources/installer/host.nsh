; What the Windows installer does beside copying files: it lets the desks of the factory through the firewall to this computer, and on
; request makes it a host that starts with Windows. Silent: Lantai-….exe /S [/HOST | /HOST=0]. Electron-builder calls the macros by
; their names; its templates say where.

!include LogicLib.nsh
!include FileFunc.nsh
!include nsDialogs.nsh

!define HOST_PORT 4310
!define HOST_RULE "Lantai host"
!define HOST_RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define HOST_RUN_NAME "Lantai"

!ifndef BUILD_UNINSTALLER
  Var isHost
  Var hostBox
!endif

; Here the languages are known.
!macro customHeader
  !ifndef BUILD_UNINSTALLER
    LangString hostTitle ${LANG_INDONESIAN} "Peran komputer ini"
    LangString hostTitle ${LANG_ENGLISH} "What this computer is for"
    LangString hostSubtitle ${LANG_INDONESIAN} "Satu komputer di pabrik menjadi host dan menyimpan datanya."
    LangString hostSubtitle ${LANG_ENGLISH} "One computer of the factory is the host and keeps the data."
    LangString hostText ${LANG_INDONESIAN} "Kalau ini komputer host: Lantai mulai sendiri begitu ada yang masuk ke Windows, dan komputer lain di jaringan pabrik dapat membukanya.$\r$\n$\r$\nKomputer yang hanya dipakai mengisi data tidak perlu memasang apa pun: cukup buka alamat host di browser."
    LangString hostText ${LANG_ENGLISH} "If this is the host: Lantai starts by itself as soon as somebody signs in to Windows, and the other computers of the factory's network can open it.$\r$\n$\r$\nComputers that only enter data need no installation: they open the host's address in a browser."
    LangString hostChoice ${LANG_INDONESIAN} "&Jalankan Lantai dengan komputer ini sebagai host"
    LangString hostChoice ${LANG_ENGLISH} "&Start Lantai with this computer as host"
    LangString hostFirewall ${LANG_INDONESIAN} "Firewall tidak dapat diatur. Komputer lain mungkin belum bisa terhubung; lihat docs/package.md."
    LangString hostFirewall ${LANG_ENGLISH} "The firewall could not be set. Other computers may not be able to connect; see docs/package.md."
  !else
    LangString hostDataStays ${LANG_INDONESIAN} "Data pabrik tidak dihapus. Pada komputer host letaknya di $R9\Lantai, kecuali kalau dipilih folder lain."
    LangString hostDataStays ${LANG_ENGLISH} "The factory's data is not deleted. On a host it lies in $R9\Lantai, unless another folder was chosen."
  !endif
!macroend

; An update keeps what was chosen; the command line overrides it.
!macro customInit
  StrCpy $isHost ${BST_UNCHECKED}
  ReadRegStr $0 HKLM "${HOST_RUN_KEY}" "${HOST_RUN_NAME}"
  ${If} $0 != ""
    StrCpy $isHost ${BST_CHECKED}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/HOST" $1
  ${IfNot} ${Errors}
    StrCpy $isHost ${BST_CHECKED}
    ${If} $1 == "=0"
      StrCpy $isHost ${BST_UNCHECKED}
    ${EndIf}
  ${EndIf}
  ClearErrors
!macroend

!macro customPageAfterChangeDir
  Page custom askForHost keepHostChoice

  Function askForHost
    ${If} ${isUpdated}
      Abort
    ${EndIf}
    !insertmacro MUI_HEADER_TEXT "$(hostTitle)" "$(hostSubtitle)"
    nsDialogs::Create 1018
    Pop $0
    ${NSD_CreateLabel} 0 0 100% 72u "$(hostText)"
    Pop $0
    ${NSD_CreateCheckbox} 0 80u 100% 12u "$(hostChoice)"
    Pop $hostBox
    ${NSD_SetState} $hostBox $isHost
    nsDialogs::Show
  FunctionEnd

  Function keepHostChoice
    ${NSD_GetState} $hostBox $isHost
  FunctionEnd
!macroend

!macro closeHostPort
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall delete rule name="${HOST_RULE}"'
  Pop $0
!macroend

!macro customInstall
  ; Desks come from the factory's own network only, and only to this program.
  !insertmacro closeHostPort
  nsExec::Exec '"$SYSDIR\netsh.exe" advfirewall firewall add rule name="${HOST_RULE}" dir=in action=allow protocol=TCP localport=${HOST_PORT} profile=private,domain remoteip=localsubnet program="$INSTDIR\${APP_EXECUTABLE_FILENAME}"'
  Pop $0
  ${If} $0 != "0"
    DetailPrint "$(hostFirewall)"
  ${EndIf}

  ${If} $isHost == ${BST_CHECKED}
    WriteRegStr HKLM "${HOST_RUN_KEY}" "${HOST_RUN_NAME}" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" --background'
    ; Whoever signs in to this computer runs the same host, so its data belongs to none of them. S-1-5-32-545 are this computer's users.
    ReadEnvStr $0 ProgramData
    ${If} $0 != ""
      CreateDirectory "$0\Lantai"
      nsExec::Exec '"$SYSDIR\icacls.exe" "$0\Lantai" /grant *S-1-5-32-545:(OI)(CI)M'
      Pop $1
    ${EndIf}
  ${Else}
    DeleteRegValue HKLM "${HOST_RUN_KEY}" "${HOST_RUN_NAME}"
  ${EndIf}
!macroend

; Also runs when a newer version takes the place of this one: that keeps the host's settings, as they are.
!macro customUnInstall
  ${IfNot} ${isUpdated}
    !insertmacro closeHostPort
    DeleteRegValue HKLM "${HOST_RUN_KEY}" "${HOST_RUN_NAME}"
    ReadEnvStr $R9 ProgramData
    MessageBox MB_OK|MB_ICONINFORMATION "$(hostDataStays)" /SD IDOK
  ${EndIf}
!macroend
