import type { identity } from '../../shared/identity/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { doorHandlers } from './door-handlers.ts'
import { rightHandlers } from './right-handlers.ts'
import { userHandlers } from './user-handlers.ts'

/** Users, and what belongs to them, belong to the whole factory. */
export const identityHandlers: Handlers<typeof identity> = { ...doorHandlers, ...userHandlers, ...rightHandlers }
