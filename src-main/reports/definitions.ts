import { bomReport } from '../engineering/bom-report.ts'
import type { Report } from '../engines/reports.ts'
import { onTrackReport, planningDailyReport, productionReport } from '../planning/board-reports.ts'
import { orderCloseReport, orderListReport } from '../planning/order-reports.ts'
import { openOrdersReport, purchasesReport, vendorScoresReport } from '../purchasing/reports.ts'
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
  planningDailyReport, onTrackReport, productionReport,
  orderListReport, orderCloseReport,
  bomReport,
]
