import { auditPath } from '../core/paths.ts'

export const summaryPath = `${auditPath}/summary`
export const integrityPath = `${auditPath}/integrity`
export const securityPath = `${auditPath}/security`

/** The list narrowed to a record, or to what one person did. */
export function entriesOf(entity: string, id: string): string {
  return `${auditPath}?entity=${entity}&id=${encodeURIComponent(id)}`
}
