import { bomReport } from '../engineering/bom-report.ts'
import { downtimeReport } from '../downtime/downtime-report.ts'
import { oeeReport } from '../downtime/oee-report.ts'
import type { Report } from '../engines/reports.ts'
import { finishedGoodsStockReport } from '../finished-goods/stock-report.ts'
import { onTrackReport, planningDailyReport, productionReport } from '../planning/board-reports.ts'
import { orderCloseReport, orderListReport } from '../planning/order-reports.ts'
import { deliveryHistoryReport, packingHistoryReport, pickingHistoryReport } from '../fulfilment/history-reports.ts'
import { billedItemsReport, billingSummaryReport, courierReport, invoiceReport, productivityReport } from '../fulfilment/reports.ts'
import { followUpReport, outstandingReport, outstandingSummaryReport } from '../follow-up/reports.ts'
import { findingsReport } from '../production/findings-report.ts'
import { openOrdersReport, purchasesReport, vendorScoresReport } from '../purchasing/reports.ts'
import { ledgerReport, wastageReport } from '../ledger/reports.ts'
import { attendanceReport, dailySectionReport, itemAggregateReport, workerReport } from '../section-day/reports.ts'
import { reworkCardReport, stageYieldReport } from '../stages/reports.ts'
import { efficiencyReport, teamProductionReport } from '../section-day/team-reports.ts'
import { lineClearanceReport, transferTimesReport } from '../transfers/reports.ts'
import { stockAgeingReport } from '../warehouse/ageing-report.ts'
import { stockCardReport } from '../warehouse/stock-card-report.ts'
import { countSheetReport, countVarianceReport } from '../warehouse/count-reports.ts'
import { valuationReport } from '../warehouse/valuation-report.ts'
import { debtReport, shortageReport } from '../warehouse/debt-reports.ts'
import { inventoryReport, stockMovementReport } from '../warehouse/reports.ts'

/** Every report, one line a module, in the order they are offered. */
export const definitions: readonly Report[] = [
  inventoryReport, stockMovementReport, stockCardReport, stockAgeingReport, valuationReport, countSheetReport, countVarianceReport,
  purchasesReport, openOrdersReport, vendorScoresReport,
  debtReport, shortageReport,
  planningDailyReport, onTrackReport, productionReport, downtimeReport, oeeReport,
  orderListReport, orderCloseReport, finishedGoodsStockReport,
  transferTimesReport, lineClearanceReport,
  stageYieldReport, reworkCardReport,
  dailySectionReport, itemAggregateReport, workerReport, attendanceReport,
  ledgerReport, wastageReport, efficiencyReport, teamProductionReport, findingsReport,
  invoiceReport, billingSummaryReport, billedItemsReport, pickingHistoryReport, packingHistoryReport, deliveryHistoryReport, courierReport, productivityReport,
  outstandingReport, outstandingSummaryReport, followUpReport,
  bomReport,
]
