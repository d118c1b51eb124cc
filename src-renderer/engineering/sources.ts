import type { ReferenceOption } from '../components/reference-source.ts'

/** An item or a section as a field shows it; an item with its unit. */
export function masterOption({ id, code, name, ...row }: { readonly id: string; readonly code: string; readonly name: string; readonly unitCode?: string }): ReferenceOption {
  return { id, code, name, detail: row.unitCode }
}
