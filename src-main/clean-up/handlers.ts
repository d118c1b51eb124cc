import type { cleanUp } from '../../shared/clean-up/contract.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Handlers } from '../core/handlers.ts'
import { clear, clearData, isEmptyFactory, previewClear } from './clearing.ts'

/** The whole factory's, whoever asks. */
export const cleanUpHandlers: Handlers<typeof cleanUp> = {
  previewClear(context, { scope }) {
    context.scope.everyone()
    return previewClear(context, scope)
  },
  async clearData(context, input) {
    context.scope.everyone()
    return clearData(context, input)
  },
  clear(context, input) {
    context.scope.everyone()
    return clear(context, input)
  },
  async seedMasters({ db, scope, hostTask }) {
    scope.everyone()
    if (!isEmptyFactory(db)) throw new AppError('not-empty')
    return hostTask('seedMasters')
  },
}
