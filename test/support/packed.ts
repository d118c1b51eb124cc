import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { listPackage, statFile } from '@electron/asar'
import type { Configuration } from 'electron-builder'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

export type Target = 'linux' | 'win32'
export interface Packed {
  readonly folder: string
  readonly archive: string
  readonly binary: string
  /** Every file in the archive or beside it, by its path, with its size in bytes. */
  readonly files: ReadonlyMap<string, number>
  /** Those that lie beside the archive, because the system's loader must find them. */
  readonly unpacked: readonly string[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)
const yaml = require('js-yaml') as { load(text: string): unknown }
/** electron-builder.yml, as it stands. */
export const packerConfiguration = yaml.load(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Configuration

const programs = {
  linux: { option: '--linux', electron: 'electron', folder: 'linux-unpacked', packed: 'lantai' },
  win32: { option: '--win', electron: 'electron.exe', folder: 'win-unpacked', packed: 'Lantai.exe' },
}

/**
 * Packs the built program by electron-builder itself, as `npm run package` does, up to what goes into an installer. Electron's binary is
 * not needed: in its place stands a small file with what the packer looks for in it. `more` is given on the packer's command line.
 */
export async function pack(target: Target, folder: string, more: readonly string[] = []): Promise<Packed> {
  const { option, electron, folder: packedFolder, packed } = programs[target]
  const [standIn, output] = [join(folder, `electron-${target}`), join(folder, target)]
  for (const name of ['resources', 'locales']) mkdirSync(join(standIn, name), { recursive: true })
  for (const language of ['de', 'en-US', 'id']) writeFileSync(join(standIn, 'locales', `${language}.pak`), '')
  writeFileSync(join(standIn, electron), Buffer.concat([target === 'win32' ? emptyProgram() : Buffer.alloc(0), fuses()]))
  const given = [option, 'dir', '--x64', '--publish', 'never', `-c.electronDist=${standIn}`, `-c.directories.output=${output}`, ...more]
  const packer = promisify(execFile)(process.execPath, [join(root, 'node_modules/electron-builder/cli.js'), ...given], { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  await packer.catch((error: { stdout: string; stderr: string }) => {
    throw new Error(error.stdout + error.stderr)
  })

  const archive = join(output, packedFolder, 'resources', 'app.asar')
  const entries = listPackage(archive, { isPack: true }).map(line => ({ path: line.slice(line.indexOf('/') + 1), isUnpacked: line.startsWith('unpack') }))
  const sized = entries.flatMap(({ path, isUnpacked }) => {
    const entry = statFile(archive, path)
    return 'size' in entry ? [{ path, isUnpacked, size: entry.size }] : []
  })
  return {
    folder: join(output, packedFolder), archive, binary: join(output, packedFolder, packed),
    files: new Map(sized.map(({ path, size }) => [path, size])), unpacked: sized.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path),
  }
}

/** Electron's switches, as they lie in its binary: a mark, their version, their number, and a `0` each. */
function fuses(): Buffer {
  return Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('0'.repeat(8))])
}

/** The least Windows program whose version and icon can be changed. */
function emptyProgram(): Buffer {
  const program = NtExecutable.createEmpty()
  const resources = NtExecutableResource.from(program)
  const version = Resource.VersionInfo.createEmpty()
  version.setFileVersion(45, 0, 0, 0, 1033)
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' })
  version.outputToResourceEntries(resources.entries)
  resources.outputResource(program)
  return Buffer.from(program.generate())
}
