import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import type { WaitingDay } from '../../shared/production/daily.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'

export interface WaitingDaysProps {
  readonly waiting: readonly WaitingDay[]
  /** What the words of the requests name. */
  readonly subject: Readonly<Record<string, string>>
}

/** What somebody asked for about days, decided right here by whoever may. */
export function WaitingDays({ waiting, subject }: WaitingDaysProps): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  const { stepOf } = useWaiting()
  return waiting.map(({ id, number, kind, day: of, goodQuantity, isRemoval }) => {
    const step = stepOf(id)
    const title = textOf(`approvals.kinds.${kind}.title`, subject) ?? ''
    return (
      <Alert key={id} severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={id} step={step} number={number} title={title} />}>
        {t('production.day.waiting', { number })}: {day(of)} · {isRemoval ? t('production.fields.isRemoval') : t('production.today.pieces', { pieces: decimal(goodQuantity) })}
      </Alert>
    )
  })
}
