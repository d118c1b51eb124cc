import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { isPositive, type Decimal } from '../../shared/core/decimal.ts'
import type { Allocation, WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { AllocationChip, WorkOrderStatusChip } from './looks.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { workOrderPath } from './paths.ts'

type DetailProps = { readonly detail: Pick<WorkOrderDetail, 'allocations' | 'sources'> }

/** What it takes from a store, how much of that it has been given and how much is kept for it (PL-14). */
export function Allocations({ detail: { allocations } }: DetailProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const sized = ({ unitCode, unitPlaces }: Allocation, quantity: Decimal) => `${decimal(quantity, unitPlaces)}\u00a0${unitCode}`
  return (
    <Section title={t('planning.work.materials')}>
      {allocations.length === 0 ? <NothingYet>{t('planning.work.noMaterials')}</NothingYet> : (
        <PlainTable
          label={t('planning.work.materials')}
          head={[t('planning.work.materials'), t('planning.orders.required'), t('planning.work.given'), t('planning.work.allocated'), t('planning.orders.missing'), { words: t('planning.fields.status') }]}
          rows={allocations.map(one => ({
            key: one.itemId,
            cells: [
              <Material key="item" allocation={one} />, sized(one, one.required), isPositive(one.given) ? sized(one, one.given) : '–', sized(one, one.allocated), isPositive(one.missing) ? sized(one, one.missing) : '–',
              <AllocationChip key="state" state={one.state} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Material({ allocation: { itemCode, itemName, locationName } }: { readonly allocation: Allocation }): ReactNode {
  return (
    <>
      <b>{itemCode}</b> {itemName}
      <Typography variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>{useText()('planning.work.fromPlace', { place: locationName })}</Typography>
    </>
  )
}

/** The work orders that it goes on from (PL-11). */
export function Sources({ detail: { sources } }: DetailProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  return (
    <Section title={t('planning.work.sources')}>
      {sources.length === 0 ? <NothingYet>{t('planning.work.noSources')}</NothingYet> : (
        <PlainTable
          label={t('planning.work.sources')} head={[t('planning.fields.number'), { words: t('planning.orders.stage') }, t('planning.fields.targetQuantity'), t('planning.work.output'), { words: t('planning.fields.status') }]}
          rows={sources.map(({ id, number, stageName, status, targetQuantity, goodQuantity }) => ({
            key: number,
            cells: [
              id === null ? `${number} (${t('planning.work.otherSection')})` : <Link key="number" component={RouterLink} to={workOrderPath(id)}>{number}</Link>, stageName, decimal(targetQuantity), decimal(goodQuantity),
              <WorkOrderStatusChip key="status" status={status} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
