import { receivingPath } from '../core/paths.ts'

/** Where the cartons of one order are received; a receipt leads there too. */
export function receivingOrderPath(id: string): string {
  return `${receivingPath}/${id}`
}
