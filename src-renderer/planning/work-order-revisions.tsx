import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { WorkOrderStatusChip } from './looks.tsx'
import { workOrderPath } from './paths.ts'

type DetailProps = { readonly detail: Pick<WorkOrderDetail, 'workOrder' | 'revisions'> }

/** Where a work order that was replaced goes on. */
export function ReplacedLine({ detail: { workOrder, revisions } }: DetailProps): ReactNode {
  const t = useText()
  const newest = revisions.at(-1)
  if (workOrder.status !== 'VOIDED' || !newest) return null
  return (
    <Alert severity="warning" sx={{ alignItems: 'center' }} action={<Button component={RouterLink} to={workOrderPath(newest.id)} color="inherit">{t('planning.changes.open', { number: newest.number })}</Button>}>
      {t('planning.changes.replaced', { number: newest.number })}
    </Alert>
  )
}

/** PL-18: the first and all that replaced it, as they were when each was replaced. */
export function Revisions({ detail: { workOrder, revisions } }: DetailProps): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  if (revisions.length === 0) return null
  return (
    <Section title={t('planning.changes.revisions')}>
      <PlainTable
        label={t('planning.changes.revisions')}
        head={[t('planning.fields.number'), t('planning.fields.targetQuantity'), t('planning.work.output'), { words: t('planning.work.due') }, { words: t('planning.fields.status') }]}
        rows={revisions.map(({ id, number, status, targetQuantity, goodQuantity, deadlineDay }) => ({
          key: id,
          cells: [
            id === workOrder.id ? <b key="number">{`${number} (${t('planning.changes.here')})`}</b> : <Link key="number" component={RouterLink} to={workOrderPath(id)}>{number}</Link>,
            decimal(targetQuantity), decimal(goodQuantity), day(deadlineDay), <WorkOrderStatusChip key="status" status={status} />,
          ],
        }))}
      />
    </Section>
  )
}
