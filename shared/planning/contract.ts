import { board } from './board.ts'
import { closing } from './closing.ts'
import { manufacturingOrders } from './manufacturing-orders.ts'
import { overrides } from './overrides.ts'
import { workOrderChanges } from './work-order-changes.ts'
import { workOrders } from './work-orders.ts'
import { summaries } from './summaries.ts'
import { salesOrders } from './sales-orders.ts'

export const planning = { ...closing, ...salesOrders, ...manufacturingOrders, ...workOrders, ...workOrderChanges, ...overrides, ...board, ...summaries }
