import { z } from 'zod'

/** bcrypt looks at the first 72 bytes only: a longer password would be a shorter one than its owner believes. */
export const maximumPasswordBytes = 72
const leastCharacters = 8

export const Password = z.string().min(1).refine(fitsHash, { params: { reason: 'identity.issues.passwordTooLong', maximum: maximumPasswordBytes } })

/** What a password must have (IA-2), in the order in which the screen lists it. A space is no symbol. */
const rules = {
  length: password => [...password].length >= leastCharacters,
  upper: password => /\p{Lu}/u.test(password),
  lower: password => /\p{Ll}/u.test(password),
  digit: password => /\p{Nd}/u.test(password),
  symbol: password => /[^\p{L}\p{N}\p{M}\s]/u.test(password),
} satisfies Record<string, (password: string) => boolean>

export type PasswordRule = keyof typeof rules
export const passwordRules = Object.keys(rules) as readonly PasswordRule[]

/** The rules a password breaks; none if it is good: `Pabrik2026` breaks `symbol`. */
export function brokenRules(password: string): PasswordRule[] {
  return passwordRules.filter(rule => !rules[rule](password))
}

export function fitsHash(password: string): boolean {
  return new TextEncoder().encode(password).length <= maximumPasswordBytes
}
