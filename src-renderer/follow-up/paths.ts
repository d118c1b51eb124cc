import { clientsPath } from '../core/paths.ts'

export const alertsPath = '/follow-up/alerts'

/** What one customer owes, and how they were asked for it; `id` is the account's. */
export function clientPath(id: string): string {
  return `${clientsPath}/${id}`
}
