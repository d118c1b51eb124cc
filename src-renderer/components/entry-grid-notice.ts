import type { DecimalMark } from '../../shared/core/written-number.ts'
import type { Block } from './entry-grid-clipboard.ts'
import type { Place } from './entry-grid-model.ts'

/** What a paste came to, besides the rows that arrived. */
export interface Pasted {
  readonly kind: 'pasted'
  readonly rows: number
  /** Cells whose text is no value of their column; they keep it. */
  readonly faulty: number
  /** Texts to the right of the last column, which had no place. */
  readonly surplus: readonly string[]
  /** Cells that cannot be written and say something else. */
  readonly kept: number
  readonly hadHeading: boolean
  /** Numbers that may mean another one: how they were read, and how to read them otherwise. */
  readonly ambiguous?: { readonly text: string; readonly count: number; readonly mark: DecimalMark; readonly block: Block; readonly at: Place }
}

/** What the last act came to, to be said and shown. */
export type Notice =
  | Pasted
  | { readonly kind: 'tooManyRows'; readonly rows: number; readonly room: number }
  | { readonly kind: 'copied' | 'cleared' | 'filled'; readonly cells: number }
  | { readonly kind: 'inserted' | 'removed' | 'kept' | 'saved'; readonly rows: number }
  | { readonly kind: 'undone' | 'redone' | 'nothingToUndo' | 'nothingToRedo' }
  | { readonly kind: 'faults'; readonly count: number }
