import type { Decimal } from '../../shared/core/decimal.ts'
import type { FindingRow } from '../../shared/production/findings.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { workerHistoryOf, workOrdersPath } from '../core/paths.ts'

/** What a finding compares; a mere count says how often. */
export function useFindingFigures(): (actual: Decimal | null, wanted: Decimal | null) => string | null {
  const t = useText()
  const { decimal } = useFormats()
  return (actual, wanted) => {
    if (actual === null) return null
    return wanted === null ? t('production.findings.times', { shown: decimal(actual) }) : t('production.today.against', { actual: decimal(actual), wanted: decimal(wanted) })
  }
}

interface About { readonly workOrderId: string | null; readonly workerId: string | null }

/** Where what stands behind a finding is looked at; scans have no page of their own. */
export function pathOfRow({ entity, id }: Pick<FindingRow, 'entity' | 'id'>, { workOrderId, workerId }: About): string | undefined {
  if (entity === 'workOrder') return `${workOrdersPath}/${id}`
  if (workOrderId !== null) return `${workOrdersPath}/${workOrderId}`
  return workerId === null ? undefined : workerHistoryOf(workerId)
}
