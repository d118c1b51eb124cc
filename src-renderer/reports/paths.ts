/** Where reports are, and where the records are that their numbers come from. */
export const reportsPath = '/reports'

export function reportPath(name: string): string {
  return `${reportsPath}/${name}`
}

const sourcePaths: Readonly<Record<string, (id: string) => string>> = { item: id => `/warehouse/items/${id}` }

/** The screen that explains a row's numbers; nothing for records without one. */
export function sourcePath(source: { readonly entity: string; readonly id: string } | null): string | undefined {
  return source === null ? undefined : sourcePaths[source.entity]?.(source.id)
}
