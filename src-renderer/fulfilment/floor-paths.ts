import { workMenus } from '../../shared/fulfilment/menus.ts'

export const floorPaths = {
  picking: workMenus.picking,
  packing: '/fulfilment/packing',
  dispatch: '/fulfilment/dispatch',
  deliveries: workMenus.delivery,
  wall: '/fulfilment/wall',
} as const

/** The packing table with one invoice on it. */
export function packingOf(invoiceId: string): string {
  return `${floorPaths.packing}?invoice=${invoiceId}`
}
