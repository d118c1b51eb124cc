import Build from '@mui/icons-material/BuildOutlined'
import { useEffect, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { cardStatuses } from '../../shared/stages/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { stageWorkPath } from '../core/paths.ts'
import { CardChip } from './looks.tsx'

/** Every rework card of the reader's sections; what is out first. A card opens the steps of its work order. */
export function CardsScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { decimal, instant, integer } = useFormats()
  const { listReworkCards } = useApi().stages
  useNamedCard()
  return (
    <PageFrame title={t('stages.cardsTitle')} fills>
      <BrowseTable
        name="stages.cards" title={t('stages.cardsTitle')} call={listReworkCards} onOpen={({ workOrderId }) => void navigate(stageWorkPath(workOrderId))} views={useSavedViews('stages.cards')} start={{ filter: { status: 'OPEN' } }}
        columns={[
          { name: 'number', label: t('stages.fields.number'), sorts: true, width: 170, value: card => <b>{card.number}</b> },
          { name: 'status', label: t('stages.fields.status'), width: 175, yields: true, value: card => <CardChip card={card} /> },
          { name: 'openQuantity', label: t('stages.fields.openQuantity'), sorts: true, kind: 'number', width: 150, value: card => decimal(card.openQuantity) },
          { name: 'cycle', label: t('stages.fields.cycle'), sorts: true, kind: 'number', width: 85, yields: true, value: card => integer(card.cycle) },
          { name: 'workOrderNumber', label: t('stages.fields.workOrderId'), sorts: true, width: 190, value: card => card.workOrderNumber },
          { name: 'articleName', label: t('stages.fields.article'), sorts: true, grow: 2, minWidth: 180, value: card => card.itemName ?? card.articleName },
          { name: 'sectionName', label: t('stages.fields.sectionId'), width: 105, yields: true, value: card => card.sectionName },
          { name: 'returnStepName', label: t('stages.fields.returnStepId'), width: 170, yields: true, value: card => card.returnStepName },
          { name: 'defectReasonName', label: t('stages.fields.defectReasonId'), width: 160, yields: true, value: card => card.defectReasonName },
          { name: 'recoveredQuantity', label: t('stages.fields.recovered'), kind: 'number', width: 130, yields: true, value: card => decimal(card.recoveredQuantity) },
          { name: 'scrapQuantity', label: t('stages.fields.scrapQuantity'), kind: 'number', width: 90, yields: true, value: card => decimal(card.scrapQuantity) },
          { name: 'createdAt', label: t('stages.fields.createdAt'), sorts: true, width: 160, yields: true, value: card => instant(card.createdAt, 'short') },
        ]}
        filters={[{ kind: 'enum', name: 'status', label: t('stages.fields.status'), options: cardStatuses.map(value => ({ value, label: t(`stages.statuses.${value}`) })) }]}
        empty={<EmptyState icon={<Build />} title={t('stages.emptyCards')} hint={t('stages.emptyCardsHint')} />}
      />
    </PageFrame>
  )
}

/** A card that was searched or scanned leads on to the steps of its work order. */
function useNamedCard(): void {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const id = params.get('card')
  const { data } = useLive(useApi().stages.getReworkCard, { id: id ?? '' }, { enabled: id !== null })
  useEffect(() => {
    if (id !== null && data) void navigate(`${stageWorkPath(data.workOrderId)}?card=${data.id}`, { replace: true })
  }, [id, data, navigate])
}
