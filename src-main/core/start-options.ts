import { parseArgs } from 'node:util'

/** What the command line says; what it leaves open is the program's own choice. */
export interface StartOptions {
  readonly dataFolder: string | undefined
  readonly port: number | undefined
  readonly bind: string | undefined
  readonly isDemo: boolean
  /** What to fill a factory with that has nothing yet. */
  readonly seed: Seed | undefined
  /** Started with the computer: the host runs, and a window opens when somebody wants one. */
  readonly isBackground: boolean
  readonly wantsHelp: boolean
  /** The backup to go back to, before anything is opened; `newest` for the newest checked one. */
  readonly restore: string | undefined
  /** Does not ask. */
  readonly isSure: boolean
}

/** `demo`: the demo factory, into a new folder. `masters`: its sections, stores and items, into a factory without any. */
export const seeds = ['demo', 'masters'] as const
export type Seed = (typeof seeds)[number]

export const usualPort = 4310
export const loopback = '127.0.0.1'

export const usage = `Options: [--data DIR] [--port N] [--bind ADDRESS] [--demo] [--seed demo|masters] [--background] [--restore FILE [--yes]]
  --data DIR       folder of the database and all that belongs to it
  --port N         port to serve on (${usualPort}; 0 takes any free one)
  --bind ADDRESS   address to serve on (${loopback}); any other than loopback is served by HTTPS
  --demo           fills a new folder with the demo factory; where there is a factory it does nothing
  --seed WHAT      demo: as --demo, but refused where there is a factory; masters: sample sections, stores and items for an empty factory
  --background     the desktop program starts as host, without a window
  --restore FILE   says what going back to this backup would mean, asks, and does it; “newest” takes the newest checked one. Then start the host
  --yes            with --restore: does not ask`

const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
const known = { data: text, port: text, bind: text, demo: flag, seed: text, background: flag, help: flag, restore: text, yes: flag }

/** Throws what a person should read. The desktop's own switches for Chromium pass, if `allowsOthers`. */
export function readStartOptions(given: readonly string[], { allowsOthers = false } = {}): StartOptions {
  const { values } = parseArgs({ args: [...given], options: known, strict: !allowsOthers })
  const { data, port, bind, demo, seed, background, help, restore, yes } = values
  return {
    dataFolder: textOf('data', data), port: portOf(textOf('port', port)), bind: textOf('bind', bind),
    isDemo: demo === true, seed: seedOf(textOf('seed', seed)), isBackground: background === true, wantsHelp: help === true,
    restore: textOf('restore', restore), isSure: yes === true,
  }
}

function textOf(name: string, value: string | boolean | undefined): string | undefined {
  if (typeof value === 'boolean' || value === '') throw new Error(`--${name} needs a value`)
  return value
}

function seedOf(value: string | undefined): Seed | undefined {
  const seed = seeds.find(one => one === value)
  if (value !== undefined && seed === undefined) throw new Error(`--seed ${value} is not known: give ${seeds.join(' or ')}`)
  return seed
}

function portOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${value} is not a port: give a number from 0 to 65535`)
  return port
}
