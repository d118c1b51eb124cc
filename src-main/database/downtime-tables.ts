import type { Generated } from 'kysely'
import type { Versioned } from './row-kinds.ts'

/** Without a machine and a line it is of the whole section; without an end it still stands. */
export interface DowntimeTable extends Versioned {
  sectionId: string; productionLineId: string | null; machineId: string | null; workOrderId: string | null; downtimeReasonId: string; startedAt: string; endedAt: string | null; notes: string
  reportedBy: string; endedBy: Generated<string | null>; verifiedBy: Generated<string | null>; verifiedAt: Generated<string | null>
  cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>; cancelReason: Generated<string | null>
}
/** Which machine, or which line, stood in a section for a time: `fromDay` is the empty text from the beginning, `untilDay` null until now. Kept by triggers. */
export interface EquipmentPeriodTable { seq: number; machineId: string | null; productionLineId: string | null; sectionId: string; fromDay: string; untilDay: string | null }
