import type { Entity } from '../core/entities.ts'
import { stockWrites } from './moves.ts'

/** What typing a stock document writes. */
export const documentDraftWrites = ['stockDocument', 'stockDocumentLine'] as const satisfies readonly Entity[]

/** What posting or reversing one writes. */
export const documentWrites = [...documentDraftWrites, 'unitEntry', ...stockWrites] as const satisfies readonly Entity[]
