import { rm } from 'node:fs/promises'
import { productVersion } from '../../shared/core/version.ts'
import type { support } from '../../shared/support/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { bundleName, writeSupportBundle } from './bundle.ts'

export const supportHandlers: Handlers<typeof support> = {
  async exportBundle(context, _) {
    const { scope, clock, place: { dataFolder } } = context
    scope.everyone()
    const now = clock.now()
    const file = await context.createFile(bundleName(now), 'application/zip')
    try {
      const size = await writeSupportBundle(file.path, { dataFolder, now, version: productVersion, onProgress: context.progress })
      await context.command('support.recordBundle', { fileName: file.name, size })
      return await context.offer(file)
    } catch (error) {
      await rm(file.path, { force: true })
      throw error
    }
  },

  recordBundle({ db, scope, session }, facts) {
    scope.everyone()
    const { seq } = db.append('supportBundle', { ...facts, createdBy: session.userId })
    return { seq }
  },
}
