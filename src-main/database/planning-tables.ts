import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { Destination } from '../../shared/masters/items.ts'
import type { OverrideKind } from '../../shared/planning/overrides.ts'
import type { ManufacturingKind, ManufacturingStatus, SalesStatus, TargetMethod, WorkOrderStatus } from '../../shared/planning/rules.ts'
import type { Versioned } from './row-kinds.ts'

export interface SalesOrderTable extends Versioned {
  number: string; partnerId: string; buyerNumber: string; status: SalesStatus; orderDay: string; shipDay: string; total: Generated<Money>; lineChanges: Generated<number>; notes: string; createdBy: string
  confirmedBy: Generated<string | null>; confirmedAt: Generated<string | null>; closedBy: Generated<string | null>; closedAt: Generated<string | null>
  cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>; cancelReason: Generated<string | null>
}
export interface SalesLineTable extends Versioned {
  salesOrderId: string; position: number; itemId: string; quantity: Decimal; unitPrice: Generated<Decimal | null>; week: string | null; destination: Destination | null; notes: string
}
export interface ManufacturingOrderTable extends Versioned {
  number: string; kind: ManufacturingKind; status: ManufacturingStatus; articleId: string; quantity: Decimal; targetMethod: Generated<TargetMethod>; productionRouteId: string | null
  salesLineId: string | null; buyerOrderId: string | null; fabricOrderId: string | null; labelOrderId: string | null; week: string | null; destination: Destination | null; traceCode: string | null
  productionDay: string; labelDay: string; shipDay: string; startedDay: Generated<string | null>; completedDay: Generated<string | null>; isUrgent: Generated<boolean>; notes: string; createdBy: string
  releasedBy: Generated<string | null>; releasedAt: Generated<string | null>; completedBy: Generated<string | null>; completedAt: Generated<string | null>; completeReason: Generated<string>
  cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>; cancelReason: Generated<string | null>
}
export interface DeliveryBatchTable extends Versioned {
  manufacturingOrderId: string; position: number; labelOrderId: string | null; quantity: Decimal; week: string | null; destination: Destination | null
}
/** `perArticle`: so much for one of the article, as "n/d". */
export interface OrderPartTable extends Versioned { manufacturingOrderId: string; position: number; bomHeaderId: string; itemId: string; sectionId: string | null; perArticle: string }
export interface OrderMaterialTable extends Versioned { orderPartId: string; manufacturingOrderId: string; itemId: string; perArticle: string; isMade: boolean }
export interface WorkOrderTable extends Versioned {
  number: string; manufacturingOrderId: string; deliveryBatchId: string | null; productionStageId: string; sectionId: string; position: number; itemId: string | null; targetQuantity: Decimal
  goodQuantity: Generated<Decimal>; rejectQuantity: Generated<Decimal>; entryCount: Generated<number>; startDay: string; deadlineDay: string; startedDay: Generated<string | null>; begunDay: Generated<string | null>
  finishedDay: Generated<string | null>; finishedAt: Generated<string | null>; plannedItemId: Generated<string | null>; unlockedAt: Generated<string | null>; status: WorkOrderStatus; parentId: Generated<string | null>
  revision: Generated<number>; isUrgent: boolean; approvedAt: Generated<string | null>; approvedBy: Generated<string | null>; createdBy: string
}
export interface WorkOrderSourceTable extends Versioned { workOrderId: string; sourceId: string }
export interface MaterialAllocationTable extends Versioned { workOrderId: string; sectionId: string; itemId: string; locationId: string; required: Decimal }
export interface DailyProductionTable extends Versioned {
  workOrderId: string; sectionId: string; day: string; goodQuantity: Decimal; rejectQuantity: Decimal; defectReasonId: string | null; status: Generated<'ENTERED' | 'CONFIRMED'>; isLate: Generated<boolean>
  isFromPaper: boolean; notes: string; enteredBy: string; confirmedBy: Generated<string | null>; confirmedAt: Generated<string | null>
  changedBy: Generated<string | null>; figuresBy: Generated<string | null>; workShiftId: string | null; paperBatchId: Generated<string | null>
}
export interface PaperBatchTable extends Versioned {
  number: string; sectionId: string; firstDay: string; lastDay: string; writer: string; reason: string; lineChanges: Generated<number>; createdBy: string; approvedBy: Generated<string | null>
  approvedAt: Generated<string | null>
}
export interface PaperBatchLineTable extends Versioned {
  paperBatchId: string; sectionId: string; workOrderId: string; day: string; goodQuantity: Decimal; rejectQuantity: Decimal; defectReasonId: string | null; workShiftId: string | null; notes: string
}
/** `entityId` is of `entity`; `number` the record's. */
export interface DirectorOverrideTable extends Versioned { kind: OverrideKind; entity: string; entityId: string; number: string; reason: string; madeBy: string; madeOn: string }
/** `content`: JSON, as `SummaryContent` travels. */
export interface PlanningSummaryTable extends Versioned { day: string; content: string; sections: Generated<string> }
