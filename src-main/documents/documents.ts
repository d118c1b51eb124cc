import type { Report } from '../engines/reports.ts'
import { orderPaperForm } from '../purchasing/order-paper.ts'
import { definitions } from '../reports/definitions.ts'

/** Whatever the factory prints: its reports, then the papers that belong to one record. */
export const printed: readonly Report[] = [...definitions, orderPaperForm]
