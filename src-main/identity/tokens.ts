import { createHash, randomBytes } from 'node:crypto'

/** An opaque token of 256 random bits; whoever holds it is the user. It is told once and never stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is kept of a token, and what it is found by. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
