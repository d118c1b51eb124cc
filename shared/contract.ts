import type { Contract } from './core/procedure.ts'

/** The whole API, one line a module. */
export const contract = {
} satisfies Contract
export type AppContract = typeof contract
