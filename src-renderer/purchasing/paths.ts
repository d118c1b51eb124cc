import { ordersPath } from '../core/paths.ts'

/** Where the module's other screens are. */
export const boardPath = '/purchasing/board'
export const receivingPath = '/purchasing/receiving'
export const vendorsPath = '/purchasing/vendors'

export function orderPath(id: string): string {
  return `${ordersPath}/${id}`
}

/** Where goods of an order are taken in. */
export function receivePath(id: string): string {
  return `${receivingPath}/${id}`
}
