import { requestFinder } from '../approvals/finders.ts'
import type { Finder } from '../engines/finders.ts'
import { cartonFinder, finishedReceiptFinder } from '../finished-goods/finders.ts'
import { userFinder } from '../identity/finders.ts'
import { batchFinder } from '../imports/finders.ts'
import { cardFinder } from '../kanban/finders.ts'
import { mastersFinders } from '../masters/finders.ts'
import { noticeFinder } from '../notifications/finders.ts'
import { manufacturingOrderFinder, workOrderFinder, salesOrderFinder } from '../planning/finders.ts'
import { orderFinder, receiptFinder } from '../purchasing/finders.ts'
import { reportFinder } from '../reports/finders.ts'
import { countFinder, debtFinder, documentFinder, requisitionFinder, shortageFinder, lotFinder, moveFinder } from '../warehouse/finders.ts'

/** Everything that can be found, one line a module. A scanned code is asked of them in this order. */
export const finders: readonly Finder[] = [cardFinder, ...mastersFinders, workOrderFinder, manufacturingOrderFinder, salesOrderFinder, cartonFinder, finishedReceiptFinder, orderFinder, receiptFinder, userFinder, lotFinder, moveFinder, debtFinder, requisitionFinder, shortageFinder, countFinder, documentFinder, requestFinder, reportFinder, batchFinder, noticeFinder]
