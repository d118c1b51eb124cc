import type { CommandContext } from '../core/handlers.ts'
import { packingOf, pickingOf, type InvoiceRow, type PackingRow, type PickingRow } from './steps.ts'

type Timed = Pick<PickingRow, 'waitingSince' | 'waitedSeconds'>

/** What a session keeps as it begins to stand still; one that does already goes on waiting. */
export function stopped({ waitingSince }: Timed, now: string): Pick<Timed, 'waitingSince'> {
  return { waitingSince: waitingSince ?? now }
}

/** As it goes on, or ends: what it waited is not counted (IF-19). */
export function resumed({ waitingSince, waitedSeconds }: Timed, now: string): Timed {
  return { waitingSince: null, waitedSeconds: waitedSeconds + (waitingSince === null ? 0 : secondsBetween(waitingSince, now)) }
}

/** Whether somebody's time runs: from the beginning of the check until all is packed. */
export function isBeingPacked({ status, checkingStartedAt, packedAt }: PackingRow): boolean {
  return ['CHECKING', 'CHECKING_DONE', 'PACKING'].includes(status) && checkingStartedAt !== null && packedAt === null
}

/** Whoever has it in hand stands still while it is on hold. */
export function holdWork({ db, clock }: CommandContext, { id }: InvoiceRow, isOnHold: boolean): void {
  const [picking, packing] = [pickingOf(db, id), packingOf(db, id)]
  const now = clock.now()
  if (picking?.status === 'PREPARING') db.update('pickingSession', picking, isOnHold ? stopped(picking, now) : resumed(picking, now))
  if (!packing || !isBeingPacked(packing)) return
  if (isOnHold) db.update('packingSession', packing, stopped(packing, now))
  else if (!packing.isHeldForConsolidation) db.update('packingSession', packing, resumed(packing, now))
}

function secondsBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000)
}
