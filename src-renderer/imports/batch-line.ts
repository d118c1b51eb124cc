import type { BatchDetail } from '../../shared/imports/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** What an import is, in one line under its title. */
export function useBatchLine({ target, rowCount, createdByName, createdAt }: BatchDetail): string {
  const t = useText()
  const { integer, instant } = useFormats()
  return t('imports.batch.subtitle', { target: t(`imports.targets.${target}`), rows: integer(rowCount), by: createdByName, at: instant(createdAt, 'short') })
}
