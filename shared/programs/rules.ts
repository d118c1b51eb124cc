import { isOverAllData, type Permission } from '../core/permissions.ts'
import { anyOf, type Procedure } from '../core/procedure.ts'

/** How an API key begins, so that a lost one is recognised wherever it turns up. */
export const keyMark = 'lantai_'
/** So much of a key is kept and shown, to tell it by. */
export const shownOfKey = keyMark.length + 6

/** Modules whose acts are a person's own: an account, its sessions, its notices, its decisions, the keys themselves, and the data as a whole. */
const personal: readonly string[] = [
  'identity', 'sessions', 'desks', 'operators', 'programs', 'activity', 'notifications', 'views', 'training', 'approvals', 'dataCare', 'cleanUp',
]

/**
 * Whether a program may call this with a key that has the permission. Never what needs no login, and never what looks after users:
 * who could make or change an account would get more than the key was given.
 */
export function isForPrograms(module: string, { kind, visibility, permission }: Pick<Procedure, 'kind' | 'visibility' | 'permission'>): boolean {
  if (visibility === 'public' || visibility === 'internal') return false
  return kind === 'query' || (!personal.includes(module) && !anyOf(permission).some(needed => needed.startsWith('identity.')))
}

/** What a key can be given at all: nothing that looks after users, nor what puts the data as a whole at stake. */
export function canBeKeyed(permission: Permission): boolean {
  return (!permission.startsWith('identity.') || permission === 'identity.view') && !isOverAllData(permission)
}
