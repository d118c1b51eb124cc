import { permissions as allPermissions, type Permission } from '../core/permissions.ts'

/** What only somebody who proved who they are by a password may touch. */
const fullModules: readonly string[] = ['identity', 'settings', 'dataCare', 'audit']
const fullActs: readonly Permission[] = ['process.importData', 'process.restoreData', 'process.clearData']

interface Rights { readonly permissions: Iterable<Permission>; readonly canSeeCost: boolean }

/** What a right that is too wide for a PIN or a badge may be. */
export const wideRights = [...allPermissions, 'canSeeCost'] as const
export type WideRight = (typeof wideRights)[number]

/** The rights that are too wide for a PIN or a badge to open. */
export function wideRightsOf({ permissions, canSeeCost }: Rights): WideRight[] {
  const wide = [...permissions].filter(permission => fullModules.includes(permission.split('.')[0]!) || fullActs.includes(permission))
  return canSeeCost ? ['canSeeCost', ...wide] : wide
}

/** Whether rights are so limited that a PIN or a badge may open them. */
export function isLimited(rights: Rights): boolean {
  return wideRightsOf(rights).length === 0
}

export const pinLengths = { least: 4, most: 8 } as const

export function isPin(text: string): boolean {
  return /^\d+$/.test(text) && text.length >= pinLengths.least && text.length <= pinLengths.most
}

/** 0000, 1234 and 4321 are the first that are tried. */
export function isGuessable(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
}

/** A badge of fewer characters is found by trying. */
export const leastBadgeCharacters = 8
