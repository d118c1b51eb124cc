import type { OutputOf } from '../../shared/core/procedure.ts'
import type { programs } from '../../shared/programs/contract.ts'
import { keyMark, shownOfKey } from '../../shared/programs/rules.ts'
import type { Handlers } from '../core/handlers.ts'
import { hashOfToken, newToken } from '../identity/tokens.ts'
import { listKeys, requireKeyable, resumeKey, revokeKey, storeKey } from './keys.ts'

export const programsHandlers: Handlers<typeof programs> = {
  listKeys(context, input) {
    context.scope.everyone()
    return listKeys(context, input)
  },
  async createKey({ scope, session, today, command }, input) {
    scope.everyone()
    requireKeyable(session, input, today())
    const key = keyMark + newToken()
    const { id } = (await command('programs.storeKey', { ...input, keyHash: hashOfToken(key), keyStart: key.slice(0, shownOfKey) })) as OutputOf<typeof programs.storeKey>
    return { key, id }
  },
  storeKey(context, input) {
    context.scope.everyone()
    return storeKey(context, input)
  },
  resumeKey(context, input) {
    context.scope.everyone()
    resumeKey(context, input)
    return {}
  },
  revokeKey(context, input) {
    context.scope.everyone()
    revokeKey(context, input)
    return {}
  },
}
