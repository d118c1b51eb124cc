import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { openTransfers, transferBlocks, transferStatuses } from '../../shared/transfers/rules.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useQuietAsking } from '../core/quiet-refresh.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useSections } from './gate-sources.ts'
import { marksOf, SlipChip } from './looks.tsx'
import { slipPath } from './paths.ts'

const refreshEvery = 30_000

/** Every slip that a section of the reader's sent or is to receive; what is still on its way first. */
export function SlipsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { decimal, instant, minutes } = useFormats()
  const sections = useSections()
  const { listTransfers } = useApi().transfers
  useQuietAsking(listTransfers, refreshEvery)
  return (
    <PageFrame title={t('transfers.slips')} fills>
      <BrowseTable
        name="transfers.slips" title={t('transfers.slips')} call={listTransfers} onOpen={({ id }) => void navigate(slipPath(id))} views={useSavedViews('transfers.slips')}
        start={{ filter: { status: [...openTransfers, 'ACCEPTED'] } }}
        columns={[
          { name: 'number', label: t('transfers.fields.number'), sorts: true, width: 170, value: slip => <b>{slip.number}</b> },
          { name: 'status', label: t('transfers.fields.status'), width: 210, value: slip => <SlipChip slip={slip} /> },
          { name: 'articleName', label: t('transfers.fields.goods'), sorts: true, grow: 2, minWidth: 160, value: slip => slip.itemName ?? slip.articleName },
          { name: 'quantity', label: t('transfers.fields.quantity'), sorts: true, kind: 'number', width: 100, value: slip => decimal(slip.quantity) },
          { name: 'receivedQuantity', label: t('transfers.fields.receivedQuantity'), kind: 'number', width: 100, yields: true, value: slip => slip.receivedQuantity !== null && decimal(slip.receivedQuantity) },
          { name: 'fromSectionName', label: t('transfers.fields.fromSectionId'), sorts: true, width: 115, yields: true, value: slip => slip.fromSectionName },
          { name: 'toSectionName', label: t('transfers.fields.toSectionId'), sorts: true, width: 115, yields: true, value: slip => slip.toSectionName },
          { name: 'productionLineName', label: t('transfers.fields.productionLineId'), width: 120, yields: true, value: slip => slip.productionLineName },
          { name: 'week', label: t('transfers.fields.week'), width: 150, yields: true, value: slip => marksOf(slip) },
          { name: 'minutes', label: t('transfers.duration'), width: 120, yields: true, value: slip => minutes(slip.minutes) },
          { name: 'createdAt', label: t('transfers.fields.createdAt'), sorts: true, width: 160, yields: true, value: slip => instant(slip.createdAt, 'short') },
          { name: 'batch', label: t('transfers.fields.batch'), width: 160, isHidden: true, value: slip => slip.batch },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('transfers.fields.status'), isMultiple: true, options: transferStatuses.map(value => ({ value, label: t(`transfers.statuses.${value}`) })) },
          { kind: 'enum', name: 'block', label: t('transfers.fields.block'), options: transferBlocks.map(value => ({ value, label: t(`transfers.blocks.${value}`) })) },
          referenceFilter<ListQuery, 'fromSectionId'>({ name: 'fromSectionId', label: t('transfers.fields.fromSectionId'), source: sections }),
          referenceFilter<ListQuery, 'toSectionId'>({ name: 'toSectionId', label: t('transfers.fields.toSectionId'), source: sections }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('transfers.fields.createdAt') },
        ]}
        empty={<EmptyState icon={<SwapHoriz />} title={t('transfers.empty')} hint={t('transfers.emptyHint')} />}
      />
    </PageFrame>
  )
}
