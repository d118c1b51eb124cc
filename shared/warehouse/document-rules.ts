import type { Permission } from '../core/permissions.ts'
import { reversalRight } from './rules.ts'

/** What one document does with its goods. */
export const documentKinds = ['RECEIPT', 'TRANSFER', 'ISSUE', 'ADJUSTMENT'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** The life of a document that moves goods. */
export const documentStatuses = ['DRAFT', 'POSTED', 'REVERSED'] as const
export type DocumentStatus = (typeof documentStatuses)[number]

const actsOf = { DRAFT: ['change', 'post', 'delete'], POSTED: ['reverse'], REVERSED: [] } as const satisfies Record<DocumentStatus, readonly string[]>
export type DocumentAct = (typeof actsOf)[DocumentStatus][number]

export function allowsDocumentAct(status: DocumentStatus, act: DocumentAct): boolean {
  return (actsOf[status] as readonly DocumentAct[]).includes(act)
}

/** Which places of its own a document of a kind has: the other end of a receipt is the supplier, that of an issue what it is for. */
export const documentPlaces = {
  RECEIPT: ['toLocationId'], TRANSFER: ['fromLocationId', 'toLocationId'], ISSUE: ['fromLocationId'], ADJUSTMENT: ['fromLocationId'],
} as const satisfies Record<DocumentKind, readonly ('fromLocationId' | 'toLocationId')[]>

/** Goods that are received or counted are for no work order. */
export function mayNameWorkOrder(kind: DocumentKind): boolean {
  return kind === 'TRANSFER' || kind === 'ISSUE'
}

export function hasPlace(kind: DocumentKind, place: 'fromLocationId' | 'toLocationId'): boolean {
  return (documentPlaces[kind] as readonly string[]).includes(place)
}

/** The right it takes to post a document without asking, and to take it back. */
export function documentRight(kind: DocumentKind): Permission {
  return reversalRight(kind)
}
