import { compare, hash } from 'bcryptjs'
import { AppError } from '../../shared/core/errors.ts'
import { brokenRules, fitsHash, maximumPasswordBytes } from '../../shared/identity/password.ts'

// Only for jobs: a hash takes a quarter of a second of the thread it runs in.
const cost = 12
const bcryptForm = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/
/** The hash of a random text that nobody knows, of the same cost as all others. */
const nobodysHash = '$2b$12$gUlCtgCFb6K2t.svu3oree8n2U09DA/bWE.Sh/b1JyPAhyEka48Om'

/** The hash of a new password, once it is good enough (IA-2): `weak-password` names the broken `rules`. */
export async function hashNewPassword(password: string): Promise<string> {
  const rules = brokenRules(password)
  if (rules.length > 0) throw new AppError('weak-password', { rules })
  if (!fitsHash(password)) throw new RangeError(`A password of more than ${maximumPasswordBytes} bytes`)
  return hash(password, cost)
}

/** A PIN is kept as a password is. */
export function hashPin(pin: string): Promise<string> {
  return hash(pin, cost)
}

/** Takes the same time whether or not there is such a user, and whether or not they can sign in at all. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const isUsable = passwordHash !== undefined && bcryptForm.test(passwordHash)
  const matches = await compare(password, isUsable ? passwordHash : nobodysHash)
  return matches && isUsable
}
