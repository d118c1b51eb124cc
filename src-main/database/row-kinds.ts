import type { Generated } from 'kysely'

/** What the pen fills in of a record, and of an entry of a ledger. */
export interface Versioned { id: string; version: Generated<number>; createdAt: Generated<string> }
export interface Numbered { seq: Generated<number>; at: Generated<string> }
