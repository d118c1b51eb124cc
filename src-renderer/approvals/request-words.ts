import type { ApprovalStep } from '../../shared/approvals/chain.ts'
import type { ApprovalRequest, ChangeLine } from '../../shared/approvals/contract.ts'
import { stepKey, type RequestStatus } from '../../shared/approvals/rules.ts'
import type { Tone } from '../components/status-chip.tsx'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useToldText } from '../core/told-text.ts'

export const statusTones: Readonly<Record<RequestStatus, Tone>> = { PENDING: 'waiting', APPROVED: 'good', REJECTED: 'bad', CANCELLED: 'neutral', REVERTED: 'warning' }

/** What a request asks for: "Sesuaikan stok Kohair di Gudang Jahit". */
export function useRequestTitle(): (request: Pick<ApprovalRequest, 'kind' | 'subject'>) => string {
  const told = useToldText()
  return ({ kind, subject }) => told(`approvals.kinds.${kind}.title`, subject) ?? kind
}

/** Who decides a step, in words. */
export function useStepText(): (step: ApprovalStep) => string {
  const t = useText()
  return step => {
    const params = step.by === 'level' ? { level: step.level } : { permission: permissionText(step.permission) }
    return textOf(`approvals.steps.${stepKey(step)}`, params) ?? t('words.unknown')
  }
}

/** A value that would change, as a person reads it. */
export function useLineText(): (line: ChangeLine, value: ChangeLine['after']) => string {
  const t = useText()
  const formats = useFormats()
  function plain({ kind, wordsKey }: ChangeLine, value: string | number | boolean): string {
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
    if (kind === 'word') return textOf(`${wordsKey}.${value}`) ?? String(value)
    if (kind === 'decimal' || kind === 'number') return formats.plain(String(value))
    if (kind === 'permission') return permissionText(String(value))
    if (kind === 'day') return formats.day(String(value))
    return kind === 'instant' ? formats.instant(String(value)) : String(value)
  }
  return (line, value) => {
    if (value === null || value === '') return t('form.emptyValue')
    const unit = line.unitKey === undefined ? line.unit : textOf(line.unitKey)
    return [plain(line, value), unit].filter(Boolean).join(' ')
  }
}
