import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Severity } from '../../shared/notifications/notice.ts'
import type { GatePassStatus } from '../../shared/transfers/gate.ts'
import type { AlertKind, AlertStatus, ClearanceMethod, LineStatus, ReleaseMethod, TransferBlock, TransferStatus } from '../../shared/transfers/rules.ts'
import type { Versioned } from './row-kinds.ts'

export interface TransferTable extends Versioned {
  number: string; barcode: string; fromWorkOrderId: string; fromSectionId: string; toWorkOrderId: string; toSectionId: string; productionLineId: string | null; articleId: string; itemId: string | null
  batch: string; week: string | null; destination: string | null; quantity: Decimal; countedQuantity: Generated<Decimal | null>; firstCountedQuantity: Generated<Decimal | null>; receivedQuantity: Generated<Decimal | null>; status: TransferStatus
  block: TransferBlock | null; blockedAt: string | null; fromLocationId: string | null; toLocationId: string | null; notes: string; sentBy: string; countedBy: Generated<string | null>; varianceReason: Generated<string | null>
  acceptedBy: Generated<string | null>; acceptedAt: Generated<string | null>; acceptedDay: Generated<string | null>; completedAt: Generated<string | null>; releaseMethod: Generated<ReleaseMethod | null>; gapMetres: Generated<Decimal | null>
  releaseNote: Generated<string | null>; releasedBy: Generated<string | null>; releasedAt: Generated<string | null>; releasedBeside: Generated<string | null>; isLineClear: Generated<boolean | null>; cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>
  cancelReason: Generated<string | null>
}
/** A line without a row is empty. */
export interface LineOccupancyTable extends Versioned {
  sectionId: string; productionLineId: string; status: LineStatus; workOrderId: string | null; articleId: string | null; batch: string | null; week: string | null; destination: string | null
  occupiedBy: string | null; occupiedAt: string | null; arrivals: number
}
/** Whose goods stand on a line: none once it is empty. */
export interface LineOccupantTable extends Versioned {
  sectionId: string; productionLineId: string; workOrderId: string; articleId: string; batch: string; week: string | null; destination: string | null; occupiedBy: string; occupiedAt: string
}
export interface LineClearanceTable extends Versioned {
  sectionId: string; productionLineId: string | null; method: ClearanceMethod; articleId: string | null; batch: string | null; notes: string; clearedBy: string; clearedAt: string
}
export interface TransferAlertTable extends Versioned {
  kind: AlertKind; severity: Severity; status: Generated<AlertStatus>; escalationLevel: Generated<number>; sectionId: string; transferId: string | null; productionLineId: string | null; gatePassId: Generated<string | null>; raisedBy: string
  acknowledgedBy: Generated<string | null>; acknowledgedAt: Generated<string | null>; resolvedBy: Generated<string | null>; resolvedAt: Generated<string | null>; resolution: Generated<string | null>
}
export interface GatePassTable extends Versioned {
  number: string; workOrderId: string; sectionId: string; partnerId: string; quantity: Decimal; dueDay: string; status: Generated<GatePassStatus>; returnedQuantity: Generated<Decimal>; rejectQuantity: Generated<Decimal>; notes: string
  sentBy: string; returnedBy: Generated<string | null>; returnedAt: Generated<string | null>; shortReason: Generated<string | null>
  cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>; cancelReason: Generated<string | null>
  correctedBy: Generated<string | null>; correctedAt: Generated<string | null>; correctReason: Generated<string | null>
}
