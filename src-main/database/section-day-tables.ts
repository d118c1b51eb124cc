import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { AttendanceStatus, LateStatus } from '../../shared/section-day/rules.ts'
import type { Versioned } from './row-kinds.ts'

export interface SectionDayLockTable extends Versioned {
  sectionId: string; day: string; isLocked: boolean; lockedBy: string; lockedAt: string
  openedBy: Generated<string | null>; openedAt: Generated<string | null>; openReason: Generated<string | null>
}
export interface WorkerEntryTable extends Versioned {
  sectionId: string; day: string; workerId: string; itemId: string; targetQuantity: Decimal; shiftHours: Decimal; actualQuantity: Decimal; overtimeHours: Decimal; isTargetMet: boolean; notes: string
  standardMinutes: Generated<Decimal | null>; enteredBy: string; changedBy: Generated<string | null>; figuresBy: Generated<string | null>
}
/** Efficiencies in percent; see `TeamFigures`. */
export interface TeamDayTable extends Versioned {
  sectionId: string; productionLineId: string; day: string; targetEfficiency: Decimal | null; actualEfficiency: Decimal; standardMinutes: Decimal; workers: Decimal; shiftHours: Decimal; overtimeMinutes: Decimal
  outputQuantity: Generated<Decimal | null>; loadedQuantity: Generated<Decimal | null>; workInProgress: Decimal | null; incentive: Decimal; idleMinutes: Decimal; idleWorkers: Decimal; styleChanges: number; notes: string; enteredBy: string; changedBy: Generated<string | null>
}
export interface FindingLookTable extends Versioned { sectionId: string; findingKey: string; kind: string; day: string; note: string; lookedBy: string; lookedAt: string }
export interface BadScanTable extends Versioned { sectionId: string; day: string; code: string; deskName: string; scannedBy: string }
/** `lineChanges` counts on with every change of its lines, so that two who tick at once do not overwrite each other. */
export interface AttendanceSheetTable extends Versioned {
  sectionId: string; day: string; presentCount: number; absentCount: number; lineChanges: Generated<number>; notes: string; enteredBy: string
}
export interface AttendanceLineTable extends Versioned { attendanceSheetId: string; sectionId: string; workerId: string; status: AttendanceStatus; notes: string }
/** `procedure` and `input`: the command as it was typed. */
export interface LateEntryTable extends Versioned {
  sectionId: string; day: string; procedure: string; input: string; status: Generated<LateStatus>; reason: string; handedBy: string
  decidedBy: Generated<string | null>; decidedAt: Generated<string | null>; decisionReason: Generated<string | null>; requestIds: Generated<string>
}
