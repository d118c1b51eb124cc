import { auditPath } from '../core/paths.ts'

export const summaryPath = `${auditPath}/summary`
export const integrityPath = '/audit-integrity'
export const securityPath = '/security-log'

/** The list narrowed to a record, or to what one person did. */
export function entriesOf(entity: string, id: string): string {
  return `${auditPath}?entity=${entity}&id=${encodeURIComponent(id)}`
}
