import { openManufacturing, type ManufacturingStatus } from '../../shared/planning/rules.ts'

/** Whether an order is still being made, or will be. */
export function isOpenOrder(status: ManufacturingStatus): boolean {
  return openManufacturing.some(open => open === status)
}
