import type { Ticket } from './browser.ts'

export const floorRoles = ['Picker', 'Packer', 'Delivery', 'Driver', 'Billing'] as const
export type FloorRole = (typeof floorRoles)[number]
/** Somebody at a desk of their own. */
export interface Hand extends Ticket { readonly role: FloorRole; readonly userId: string; readonly email: string; readonly badge: string; readonly tray: string }
/** What a desk heard: how many events, and a digest of them in their order. */
export interface HeardEvents { readonly count: number; readonly digest: string }

export function eventLine(entity: string, id: string): string {
  return `${entity} ${id}\n`
}
