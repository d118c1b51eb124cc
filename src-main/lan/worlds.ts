import { AppError } from '../../shared/core/errors.ts'
import { isOfTraining } from '../../shared/training/rules.ts'
import { createBroadcast, type Broadcast } from './broadcast.ts'
import type { LanParts, World } from './parts.ts'

export interface ServedWorld extends World { readonly broadcast: Broadcast }

/** The factory, and the copy of it that people practise on. Tokens and tickets say which they are of, and mean nothing in the other. */
export interface Worlds {
  readonly live: ServedWorld
  /** Nothing for a secret of the training copy while that is closed. */
  of(secret: string): ServedWorld | undefined
  redeem(ticket: string): ReturnType<World['files']['redeem']>
  /** Looks whether the sessions of all desks still live. */
  recheck(): void
  close(): void
}

export function createWorlds(parts: Pick<LanParts, keyof World | 'training' | 'log'>): Worlds {
  const { training, log } = parts
  const live = serve(parts)
  let practised: { readonly of: World; readonly served: ServedWorld } | undefined

  function serve(world: World, desksChanged?: (count: number) => void): ServedWorld {
    const { dispatch, sessions, online, warn, keyCallsPerMinute, events, files, condition } = world
    const broadcast = createBroadcast({ events, sessions, condition, log, epoch: () => world.epoch(), ...(desksChanged && { desksChanged }) })
    return { dispatch, sessions, online, warn, keyCallsPerMinute, events, files, condition, epoch: () => world.epoch(), broadcast }
  }
  function practising(): ServedWorld | undefined {
    const world = training?.current()
    if (!world) return undefined
    if (practised?.of !== world) practised = { of: world, served: serve(world, count => training?.desksChanged(count)) }
    return practised.served
  }
  const stopListening = training?.onClosing(() => {
    practised?.served.broadcast.end('training-reset')
    practised?.served.broadcast.close()
    practised = undefined
  })
  const of = (secret: string) => (isOfTraining(secret) ? practising() : live)
  return {
    live, of,
    redeem(ticket) {
      const world = of(ticket)
      if (!world) throw new AppError('ticket-invalid')
      return world.files.redeem(ticket)
    },
    recheck() {
      live.broadcast.recheck()
      practised?.served.broadcast.recheck()
    },
    close() {
      stopListening?.()
      live.broadcast.close()
      practised?.served.broadcast.close()
    },
  }
}
