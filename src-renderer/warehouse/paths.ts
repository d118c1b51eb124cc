/** Where the module's screens are, and where the documents are that its moves name. */
export const stockPath = '/warehouse/stock'
export const movesPath = '/warehouse/moves'

/** Where the items are that stock is kept of. */
export const itemsPath = '/masters/items'

/** Where opening stock is imported. */
export const importPath = '/imports/new?target=openingStock'

/** The stock card of an item; of one place of it, if one is named. */
export function stockCardPath(itemId: string, locationId?: string): string {
  return `/warehouse/items/${itemId}${locationId === undefined ? '' : `?location=${locationId}`}`
}

const documentPaths: Readonly<Record<string, (id: string) => string>> = { kanbanCard: id => `/kanban/board?card=${id}` }

/** Where a document that moved or reserved stock is looked at; nothing for documents without a screen. */
export function documentPath(entity: string | null, id: string | null): string | undefined {
  return entity === null || id === null ? undefined : documentPaths[entity]?.(id)
}
