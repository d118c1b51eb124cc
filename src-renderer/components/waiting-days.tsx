import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { WaitingDay } from '../../shared/production/daily.ts'
import type { WaitingOfSection } from '../../shared/production/section-day.ts'
import { ApprovalButtons } from './approval-buttons.tsx'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { paperBatchPath } from '../core/paths.ts'

export interface WaitingDaysProps {
  readonly waiting: readonly WaitingDay[]
  /** What the words of the requests name. */
  readonly subject: Readonly<Record<string, string>>
}

/** What is asked for: that a day is taken back, its pieces, or in words what was written at a step or for another figure of its stage. */
function useAsked(): (asked: WaitingDay) => string {
  const t = useText()
  const { decimal } = useFormats()
  return ({ isRemoval, goodQuantity, written }) => {
    if (written !== null) return written
    return isRemoval ? t('production.fields.isRemoval') : t('production.today.pieces', { pieces: decimal(goodQuantity) })
  }
}

/** What somebody asked for about days, decided right here by whoever may. */
export function WaitingDays({ waiting, subject }: WaitingDaysProps): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const askedFor = useAsked()
  const { stepOf } = useWaiting()
  return waiting.map(asked => {
    const { id, number, kind, day: of, paperBatch } = asked
    const step = stepOf(id)
    const title = textOf(`approvals.kinds.${kind}.title`, subject) ?? ''
    // A batch is decided as a whole, where its photos are.
    const act = paperBatch
      ? <Button size="small" component={Link} to={paperBatchPath(paperBatch.id)}>{paperBatch.number}</Button> : step !== undefined && <ApprovalButtons id={id} step={step} number={number} title={title} />
    return (
      <Alert key={`${id} ${of}`} severity="info" sx={{ alignItems: 'center' }} action={act}>
        {t('production.day.waiting', { number })}: {day(of)} · {askedFor(asked)}
      </Alert>
    )
  })
}

/** The same of several work orders, each under its number. */
export function WaitingOfOrders({ waiting, sectionName }: { readonly waiting: readonly WaitingOfSection[]; readonly sectionName: string }): ReactNode {
  return [...Map.groupBy(waiting, ({ workOrderId }) => workOrderId)].map(([id, its]) => {
    const { workOrderNumber, articleName } = its[0]!
    return (
      <Box key={id} sx={{ display: 'grid', gap: 0.5 }}>
        <Typography variant="body2"><b>{workOrderNumber}</b> {articleName}</Typography>
        <WaitingDays waiting={its} subject={{ workOrder: workOrderNumber, section: sectionName, article: articleName }} />
      </Box>
    )
  })
}
