import Link from '@mui/material/Link'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { isPositive } from '../../shared/core/decimal.ts'
import type { ManufacturingDetail, MaterialNeed, StageTarget } from '../../shared/planning/manufacturing-orders.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath, stockCardPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { NothingYet } from './nothing-yet.tsx'

type DetailProps = { readonly detail: ManufacturingDetail }

/** What each stage makes of it, and which may be worked on. */
export function Stages({ detail: { order, stages, batches } }: DetailProps): ReactNode {
  const t = useText()
  const { decimal, integer, percent } = useFormats()
  if (stages.length === 0) return <Section title={t('planning.orders.stages')}><EmptyState title={t('planning.orders.noStages')} hint={t('planning.orders.noStagesHint')} /></Section>
  const delivery = (batchId: string | null) => batches.find(({ id }) => id === batchId)?.position
  const hasCartons = stages.some(({ cartons }) => cartons !== null)
  function lock({ isUnlocked }: StageTarget): ReactNode {
    if (order.status === 'COMPLETED' || order.status === 'CANCELLED') return <StatusChip tone="neutral" label={t(`planning.statuses.${order.status}`)} />
    if (isUnlocked) return <StatusChip tone="good" label={t('planning.orders.opened')} />
    return <StatusChip tone="neutral" label={t(order.status === 'PARTIAL' ? 'planning.orders.waitsForLabel' : 'planning.orders.closedYet')} />
  }
  return (
    <Section title={t('planning.orders.stages')} hint={t(`planning.targetMethods.${order.targetMethod}`)}>
      <PlainTable
        label={t('planning.orders.stages')}
        head={[
          t('planning.orders.stage'), { words: t('planning.orders.section') }, t(order.targetMethod === 'YIELD' ? 'planning.orders.loss' : 'planning.orders.buffer'), t('planning.orders.target'),
          ...(hasCartons ? [t('planning.orders.cartons')] : []), { words: t('planning.fields.status') },
        ]}
        rows={stages.map(stage => {
          const position = delivery(stage.batchId)
          return {
            key: `${stage.productionStageId} ${stage.batchId ?? ''}`,
            cells: [
              <span key="stage"><b>{stage.name}</b>{position === undefined || batches.length < 2 ? '' : ` · ${t('planning.orders.forDelivery', { position })}`}</span>, stage.sectionName, percent(stage.percent),
              <b key="target">{`${decimal(stage.targetQuantity)}\u00a0${t('units.pieces')}`}</b>, ...(hasCartons ? [stage.cartons === null ? '–' : integer(stage.cartons)] : []), lock(stage),
            ],
          }
        })}
      />
    </Section>
  )
}

/** PL-22: what is bought for it, what is short first. */
export function Materials({ detail: { materials } }: DetailProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const mayOpen = useMay()('warehouse.view')
  if (materials.length === 0) return <Section title={t('planning.orders.materials')}><NothingYet>{t('planning.orders.noMaterials')}</NothingYet></Section>
  const short = materials.filter(({ missing }) => isPositive(missing)).length
  function verdict({ missing, isLow, unitCode, unitPlaces }: MaterialNeed): ReactNode {
    if (isPositive(missing)) return <StatusChip tone="bad" label={`${t('planning.orders.missing')} ${decimal(missing, unitPlaces)}\u00a0${unitCode}`} />
    return isLow ? <StatusChip tone="warning" label={t('planning.orders.low')} /> : <StatusChip tone="good" label={t('planning.orders.enough')} />
  }
  return (
    <Section title={t('planning.orders.materials')} hint={short === 0 ? t('planning.orders.allEnough') : t('planning.orders.shortCount', { count: short })}>
      <PlainTable
        label={t('planning.orders.materials')} head={[t('planning.orders.materials'), t('planning.orders.required'), t('planning.orders.available'), { words: t('planning.fields.status') }]}
        rows={materials.map(need => ({
          key: need.itemId,
          cells: [
            <span key="item">{mayOpen ? <Link component={RouterLink} to={stockCardPath(need.itemId)}>{need.itemCode}</Link> : <b>{need.itemCode}</b>} {need.itemName}</span>,
            `${decimal(need.required, need.unitPlaces)}\u00a0${need.unitCode}`, `${decimal(need.available, need.unitPlaces)}\u00a0${need.unitCode}`, verdict(need),
          ],
        }))}
      />
    </Section>
  )
}

/** What ships by itself, each by its own labels. */
export function Deliveries({ detail: { order, batches } }: DetailProps): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  if (batches.length === 0) return <Section title={t('planning.orders.deliveries')}><NothingYet>{t('planning.orders.noDeliveries')}</NothingYet></Section>
  return (
    <Section title={t('planning.orders.deliveries')}>
      <PlainTable
        label={t('planning.orders.deliveries')} head={[t('planning.orders.deliveries'), t('planning.fields.quantity'), { words: t('planning.fields.week') }, { words: t('planning.fields.destination') }, { words: t('planning.fields.labelOrder') }]}
        rows={batches.map(({ id, position, quantity, week, destination, labelOrderId, labelNumber }) => ({
          key: id,
          cells: [
            t('planning.orders.forDelivery', { position }), `${decimal(quantity)}\u00a0${order.unitCode}`, week ?? '–', destination === null ? '–' : t(`planning.destinations.${destination}`),
            <PurchaseLink key="label" id={labelOrderId} number={labelNumber} />,
          ],
        }))}
      />
    </Section>
  )
}

/** A purchase order by its number, with the way to it for who may see it. */
export function PurchaseLink({ id, number }: { readonly id: string | null; readonly number: string | null }): ReactNode {
  const path = recordPath('purchaseOrder', id)
  const mayOpen = useMay()('purchasing.view')
  return path === undefined || !mayOpen ? (number ?? '–') : <Link component={RouterLink} to={path}>{number}</Link>
}
