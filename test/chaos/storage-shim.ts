import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Why no host can be looked at from below here; nothing where it can. */
export function shimObstacle(): string | undefined {
  if (process.platform !== 'linux') return `it needs Linux and its LD_PRELOAD; this is ${process.platform}`
  if (spawnSync('cc', ['--version']).status !== 0) return 'it needs a C compiler: apt-get install gcc libc6-dev'
  return undefined
}

/** Compiles `recorder.c` into the folder; what a host's environment must hold to run above it. */
export function buildShim(into: string): string {
  const library = join(into, 'recorder.so')
  const source = fileURLToPath(new URL('recorder.c', import.meta.url))
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', library, source, '-ldl', '-lpthread'])
  if (status !== 0) throw new Error(`recorder.c does not compile: ${stderr.toString()}`)
  return library
}

/** Bits, as in `recorder.c`. */
export const calls = { writes: 1, syncs: 2, opensToWrite: 4, truncates: 8, reads: 16, renames: 32 } as const

/** Linux's numbers; `killed`: the process ends on the spot. */
export const faultErrors = { EIO: 5, EACCES: 13, ENOSPC: 28, EROFS: 30, killed: -1 } as const

export interface Fault {
  /** Any of `calls`, added up. */
  readonly calls: number
  readonly error: keyof typeof faultErrors
  /** How many such calls pass first; none where not given. */
  readonly after?: number
  /** How many fail then; all of them where not given. */
  readonly times?: number
  /** A failing write first writes half of what it was given; a `short` one writes half, and says so instead of failing. */
  readonly torn?: 'failing' | 'short'
  /** Only files whose name ends like this; all of them where not given. */
  readonly suffix?: string
}

/** What the disk below a running host does wrong, changed while it runs. */
export interface Faults {
  readonly path: string
  set(fault: Fault): void
  /** The disk is well again. */
  clear(): void
  /** How many calls failed, and how many of those meant passed, since the last `set`. */
  counts(): { readonly struck: number; readonly passed: number }
  close(): void
}

const size = 7 * 4 + 36

export function openFaults(path: string): Faults {
  const file = openSync(path, 'w+')
  ftruncateSync(file, size)
  function set({ calls: which, error, after = 0, times = -1, torn, suffix = '' }: Fault): void {
    const bytes = Buffer.alloc(size)
    ;[0, faultErrors[error], after, times, torn === undefined ? 0 : torn === 'failing' ? 1 : 2, 0, 0].forEach((value, at) => bytes.writeInt32LE(value, at * 4))
    bytes.write(suffix, 7 * 4, 'latin1')
    writeSync(file, bytes, 0, size, 0)
    // Which calls comes last: until then nothing fails.
    const which32 = Buffer.alloc(4)
    which32.writeInt32LE(which)
    writeSync(file, which32, 0, 4, 0)
  }
  return {
    path, set,
    clear() {
      writeSync(file, Buffer.alloc(4), 0, 4, 0)
    },
    counts() {
      const bytes = Buffer.alloc(size)
      readSync(file, bytes, 0, size, 0)
      return { struck: bytes.readInt32LE(20), passed: bytes.readInt32LE(24) }
    },
    close: () => closeSync(file),
  }
}

/** The environment of a host whose data folder is looked at from below. */
export function shimEnvironment(library: string, folder: string, { record, faults }: { record?: string | undefined; faults?: Faults | undefined }): NodeJS.ProcessEnv {
  return {
    LD_PRELOAD: library,
    // Calls that the kernel takes from a ring could not be seen.
    UV_USE_IO_URING: '0',
    LANTAI_RECORDED_FOLDER: folder,
    ...(record !== undefined && { LANTAI_RECORD: record }),
    ...(faults && { LANTAI_FAULTS: faults.path }),
  }
}
