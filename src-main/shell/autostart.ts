import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

/** `fixed`: the installation starts it for whoever signs in, so one user cannot switch it off. */
export type AutostartState = 'on' | 'off' | 'fixed'

export interface Autostart {
  state(): AutostartState
  set(isOn: boolean): void
}

/** How the program is told that it was started with the computer: as host, without a window. */
export const backgroundSwitch = '--background'

export interface AutostartParts {
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>
  readonly platform: NodeJS.Platform
  /** The program's file: of an AppImage the image itself (`process.env.APPIMAGE`), not what it is mounted as. */
  readonly executable: string
  /** `app.getPath('appData')`: on Linux the folder that holds `autostart/`. */
  readonly configFolder: string
}

export function createAutostart({ app, platform, executable, configFolder }: AutostartParts): Autostart {
  return platform === 'linux' ? byDesktopEntry(join(configFolder, 'autostart', 'lantai.desktop'), executable) : byLoginItem(app, executable)
}

function byLoginItem(app: AutostartParts['app'], executable: string): Autostart {
  const item = { path: quoted(executable), args: [backgroundSwitch] }
  return {
    state() {
      const { openAtLogin, launchItems = [] } = app.getLoginItemSettings(item)
      if (launchItems.some(({ scope, enabled }) => scope === 'machine' && enabled)) return 'fixed'
      return openAtLogin ? 'on' : 'off'
    },
    set: isOn => app.setLoginItemSettings({ ...item, openAtLogin: isOn }),
  }
}

/** Windows keeps the whole command line as one text: a path with blanks needs its quotes. */
function quoted(path: string): string {
  return path.startsWith('"') ? path : `"${path}"`
}

/** By the freedesktop rules for programs that start with the session. */
function byDesktopEntry(file: string, executable: string): Autostart {
  return {
    state: () => (existsSync(file) ? 'on' : 'off'),
    set(isOn) {
      if (!isOn) return rmSync(file, { force: true })
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, desktopEntry(executable))
    },
  }
}

export function desktopEntry(executable: string): string {
  // Inside the quotes of an Exec line these four are escaped, and each escape once more by the file's own rules.
  const path = executable.replace(/["`$\\]/g, '\\\\$&').replaceAll('%', '%%')
  return ['[Desktop Entry]', 'Type=Application', 'Name=Lantai', `Exec="${path}" ${backgroundSwitch}`, 'Terminal=false', 'X-GNOME-Autostart-enabled=true', ''].join('\n')
}
