import type { Permission } from '../core/permissions.ts'

/** What only somebody who proved who they are by a password may touch. */
const fullModules: readonly string[] = ['identity', 'settings', 'dataCare', 'audit']

/** Whether rights are so limited that a PIN or a badge may open them. */
export function isLimited({ permissions, canSeeCost }: { readonly permissions: Iterable<Permission>; readonly canSeeCost: boolean }): boolean {
  return !canSeeCost && ![...permissions].some(permission => fullModules.includes(permission.split('.')[0]!))
}

export const pinLengths = { least: 4, most: 8 } as const

/** 0000, 1234 and 4321 are the first that are tried. */
export function isGuessable(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])))
  return steps.size === 1 && [0, 1, -1].includes([...steps][0]!)
}

/** A badge of fewer characters is found by trying. */
export const leastBadgeCharacters = 8
