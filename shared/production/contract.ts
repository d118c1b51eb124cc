import { daily } from './daily.ts'

/** What sections enter of their day. */
export const production = { ...daily }
