import type { Reply } from '../../shared/core/frames.ts'
import { startHostProcess, type BareDesk } from '../support/host-process.ts'
import { note } from './power-cut-recording.ts'
import { setUpFactory, signIn, tokenOf, workOf, type Factory } from './storage-factory.ts'

/** What a desk was told, as it is noted between the steps of the disk. */
export type Told =
  | { readonly told: 'answer'; readonly key: string; readonly reply: Reply }
  | { readonly told: 'attachment'; readonly id: string }

export interface StoryOptions {
  readonly folder: string
  readonly record: string
  readonly desks: number
  /** Commands of each desk. */
  readonly commands: number
  readonly env: NodeJS.ProcessEnv
  /** Called before each command of whichever desk, with its number. */
  readonly onTurn?: ((turn: number) => void) | undefined
  /** Where a story goes on: a factory that is set up already, and a name for its desks that is not taken yet. */
  readonly goesOn?: { readonly factory: Factory; readonly desk: string }
}

/**
 * A real host with desks that enter one thing after the other over their sockets, and a photo now and then. What each is told is
 * noted in the record at the moment it arrives. A refusal because of the disk is told too, and the story goes on.
 */
export async function recordStory({ folder, record, desks, commands, env, onTurn = () => {}, goesOn }: StoryOptions): Promise<Factory> {
  const host = await startHostProcess(folder, { env })
  let turns = 0
  try {
    const factory = goesOn?.factory ?? (await setUpFactory(host.url))
    const deskIds = Array.from({ length: desks }, (_, at) => `${goesOn?.desk ?? 'desk'}-${at + 1}`)
    const signedIn = await Promise.all(deskIds.map(deskId => signIn(host.url, deskId)))
    await Promise.all(signedIn.map(async (desk, at) => {
      const deskId = deskIds[at]!
      for (let turn = 0; turn < commands; turn += 1) {
        const key = `${deskId}:${turn + 1}`
        onTurn((turns += 1))
        const reply = await desk.call({ ...workOf(factory, key, turn + at), replayKey: key })
        tell(record, { told: 'answer', key, reply })
        const photo = turn % 15 === 7 ? await attachPhoto(host.url, desk, deskId, factory.itemId, key) : undefined
        if (photo?.ok) tell(record, { told: 'attachment', id: (photo.value as { id: string }).id })
      }
      desk.close()
    }))
    const code = await host.stop()
    if (code !== 0) throw new Error(`The host ended with ${String(code)}: ${host.output()}`)
    return factory
  } catch (error) {
    await host.stop('SIGKILL')
    throw error
  }
}

function tell(record: string, told: Told): void {
  note(record, JSON.stringify(told))
}

async function attachPhoto(url: string, desk: BareDesk, deskId: string, itemId: string, content: string): Promise<Reply> {
  const upload = await fetch(`${url}/files?name=foto.png`, {
    method: 'POST', headers: { authorization: `Bearer ${await tokenOf(url, deskId)}`, 'content-type': 'image/png' }, body: content.repeat(300),
  })
  const { ticket } = (await upload.json()) as { ticket: string }
  return desk.call({ call: 'attachments.addAttachment', input: { entity: 'item', entityId: itemId, ticket } })
}
