import { AppError } from '../../shared/core/errors.ts'
import type { VersionedEntity } from '../../shared/core/entities.ts'
import type { CommandContext } from '../core/handlers.ts'
import { eachRowBackwards, type Place } from '../engines/each-row.ts'
import { moveOf, undoMove } from './stock.ts'

/**
 * The life of a document that moves goods: DRAFT → POSTED → REVERSED. It is posted whole, all its lines or none, never changed then, and
 * reversed whole. What each kind of document does when it is posted is its own; what is the same of all stands here.
 */
interface Living { readonly id: string; readonly version: number; readonly number: string; readonly status: string }
/** A line as it was posted; `moveSeq`: its move, if it needed one. */
export interface PostedLine { readonly moveSeq: number | null }

/** Throws `conflict` where it is another by now, and `wrong-state` where its state does not allow it. */
export function requireAlive(entity: VersionedEntity, { id, version, number, status }: Living, seen: number | undefined, isAllowed: boolean): void {
  if (seen !== undefined && version !== seen) throw new AppError('conflict', { entity, id })
  if (!isAllowed) throw new AppError('wrong-state', { entity, id, number, status })
}

/** What is written into a document that is posted now. */
export function postingNow({ session, clock, today }: CommandContext) {
  return { status: 'POSTED', postedBy: session.userId, postedAt: clock.now(), postedDay: today() } as const
}

/** What is written into one that is reversed now. */
export function reversalNow({ session, clock }: CommandContext, reason: string) {
  return { status: 'REVERSED', reversedBy: session.userId, reversedAt: clock.now(), reverseReason: reason } as const
}

/**
 * Moves back what the lines moved, the last one first, the very lots. Each line whose goods have gone on is named, by its number in
 * `lines`. The caller has declared `stockWrites` and its scope.
 */
export function undoLines<Line extends PostedLine>(
  context: CommandContext, lines: readonly Line[], reason: string, andThen: (line: Line) => void = () => undefined,
): void {
  eachRowBackwards('lines', lines, line => {
    if (line.moveSeq !== null) undoMove(context, moveOf(context.db, line.moveSeq), reason)
    andThen(line)
  }, goneOn)
}

function goneOn({ code }: AppError): Place | undefined {
  if (code === 'lot-short') return { field: 'quantity', reason: 'warehouse.issues.lot-gone-on' }
  return code === 'stock-short' ? { field: 'quantity', reason: 'warehouse.issues.gone-on' } : undefined
}
