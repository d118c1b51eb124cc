import { manufacturingOrders } from './manufacturing-orders.ts'
import { workOrders } from './work-orders.ts'
import { salesOrders } from './sales-orders.ts'

export const planning = { ...salesOrders, ...manufacturingOrders, ...workOrders }
