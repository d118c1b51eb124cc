import type { Report } from '../engines/reports.ts'
import { openOrdersReport, purchasesReport, vendorScoresReport } from '../purchasing/reports.ts'
import { inventoryReport, stockMovementReport } from '../warehouse/reports.ts'

/** Every report, one line a module, in the order they are offered. */
export const definitions: readonly Report[] = [
  purchasesReport, openOrdersReport, vendorScoresReport,
  inventoryReport, stockMovementReport,
]
