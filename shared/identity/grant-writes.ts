import type { Entity } from '../core/entities.ts'

/** What giving a permission writes: it ends sessions that a PIN opened, where they may more by it than a PIN opens. */
export const grantWrites = ['permissionGrant', 'session'] as const satisfies readonly Entity[]
