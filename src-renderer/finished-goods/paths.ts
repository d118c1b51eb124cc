import { receivingPath } from '../core/paths.ts'

/** Where the cartons of one delivery are received; an order and a receipt lead there too. */
export function receivingDeliveryPath(id: string): string {
  return `${receivingPath}/${id}`
}
