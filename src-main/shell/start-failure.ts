import type { ServerFailure, ServerOptions } from '../core/server-thread.ts'
import { fill, shellTexts } from './shell-texts.ts'

type Failures = (typeof shellTexts)['en']['failures']
const named = [
  'FolderInUseError', 'PortInUseError', 'PortForbiddenError', 'AddressMissingError', 'NewerDatabaseError', 'ForeignDatabaseError', 'DamagedDatabaseError',
  'DiskFullError', 'DiskFailingError', 'FolderReadOnlyError', 'FolderInvalidError', 'FileUnopenedError', 'DatabaseHeldError',
] as const

/** A box of the system's own: nobody has signed in yet, so it speaks both languages. */
export interface FailureBox { readonly title: string; readonly content: string }

/** Why the host does not run, and what to do. */
export function failureBox({ phase, name, message }: Pick<ServerFailure, 'phase' | 'name' | 'message'>, options: ServerOptions, logs: string): FailureBox {
  const known = named.find(one => one === name)
  const params = { folder: options.dataFolder, port: options.port, bind: options.bind, reason: message, logs }
  return box(phase === 'run' ? 'fallen' : 'title', texts => fill(texts[known ?? 'other'], params))
}

export function optionsBox(reason: string): FailureBox {
  return box('title', texts => fill(texts.options, { reason }))
}

function box(title: 'title' | 'fallen', content: (texts: Failures) => string): FailureBox {
  const both = [shellTexts.id.failures, shellTexts.en.failures]
  return { title: both.map(texts => texts[title]).join(' · '), content: both.map(content).join('\n\n— — —\n\n') }
}
