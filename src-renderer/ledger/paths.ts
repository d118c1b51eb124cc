export const ledgerPath = '/ledger/days'
export const ledgerAlertsPath = '/ledger/alerts'

/** The ledger with a day of an item in a section explained beside it. */
export function ledgerDayPath({ sectionId, itemId, day }: { readonly sectionId: string; readonly itemId: string; readonly day: string }): string {
  return `${ledgerPath}?${new URLSearchParams({ section: sectionId, item: itemId, day }).toString()}`
}
