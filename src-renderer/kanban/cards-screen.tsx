import Add from '@mui/icons-material/Add'
import ListAlt from '@mui/icons-material/ListAltOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { Card } from '../../shared/kanban/cards.ts'
import { cardStatuses, openStatuses, priorities } from '../../shared/kanban/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useCardActs } from './card-acts.tsx'
import { CardStatusChip, PriorityChip } from './card-chips.tsx'
import { CardDrawer } from './card-drawer.tsx'
import { useCardWords } from './card-words.ts'
import { useOpenedCard } from './opened-card.ts'
import { RequestDialog } from './request-dialog.tsx'

const fewSections = 2

/** All requests, also those long done: to be searched, filtered, opened. */
export function CardsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { instant } = useFormats()
  const personName = usePersonName()
  const { amount, need } = useCardWords()
  const { id: openedId, open, close } = useOpenedCard()
  const [isAsking, setAsking] = useState(false)
  const acts = useCardActs()
  const { data: boards = [] } = useLive(api.kanban.listBoards, {})
  const usable = boards.filter(({ isActive }) => isActive)
  const ask = may('kanban.create') && usable.length > 0 && <Button variant="contained" startIcon={<Add />} onClick={() => setAsking(true)}>{t('kanban.board.request')}</Button>
  const sectionFilter: readonly BrowseFilter<'sectionId'>[] = boards.length < fewSections ? [] : [
    { kind: 'enum', name: 'sectionId', label: t('kanban.fields.section'), options: boards.map(board => ({ value: board.sectionId, label: board.sectionName })) },
  ]
  return (
    <PageFrame title={t('kanban.list.title')} fills actions={ask}>
      <BrowseTable
        name="kanban.cards" title={t('kanban.list.title')} call={api.kanban.listCards} onOpen={(card: Card) => open(card.id)} start={{ filter: { status: [...openStatuses] } }}
        columns={[
          { name: 'number', label: t('kanban.fields.number'), sorts: true, width: 164, yields: true, value: card => card.number },
          { name: 'status', label: t('kanban.fields.status'), sorts: true, width: 166, value: card => <CardStatusChip status={card.status} /> },
          { name: 'priority', label: t('kanban.fields.priority'), sorts: true, width: 122, yields: true, value: card => <PriorityChip priority={card.priority} /> },
          { name: 'sectionName', label: t('kanban.fields.section'), sorts: true, width: 100, yields: true, value: card => card.sectionName },
          { name: 'itemName', label: t('kanban.fields.item'), sorts: true, grow: 3, minWidth: 180, value: card => card.itemName },
          { name: 'itemCode', label: t('kanban.fields.itemCode'), sorts: true, width: 130, isHidden: true, value: card => card.itemCode },
          { name: 'quantity', label: t('kanban.fields.quantity'), sorts: true, kind: 'number', width: 112, value: card => amount(card.quantity, card) },
          { name: 'fulfilled', label: t('kanban.fields.fulfilled'), sorts: true, kind: 'number', width: 112, yields: true, value: card => amount(card.fulfilled, card) },
          { name: 'neededBy', label: t('kanban.fields.neededBy'), sorts: true, width: 164, value: card => need(card).text },
          { name: 'createdAt', label: t('kanban.fields.createdAt'), sorts: true, width: 150, isHidden: true, value: card => instant(card.createdAt, 'short') },
          { name: 'requestedBy', label: t('kanban.fields.requestedBy'), width: 150, isHidden: true, value: card => personName(card.requestedByName) },
          { name: 'approvedBy', label: t('kanban.fields.approvedBy'), width: 150, isHidden: true, value: card => card.approvedByName ?? '' },
          { name: 'notes', label: t('kanban.fields.notes'), width: 200, isHidden: true, value: card => card.notes },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: t('kanban.fields.status'), isMultiple: true, options: cardStatuses.map(value => ({ value, label: t(`kanban.statuses.${value}`) })) },
          ...sectionFilter,
          { kind: 'enum', name: 'priority', label: t('kanban.fields.priority'), isMultiple: true, options: priorities.map(value => ({ value, label: t(`kanban.priorities.${value}`) })) },
          { kind: 'days', from: 'neededFrom', to: 'neededTo', label: t('kanban.list.needed') },
          { kind: 'boolean', name: 'isAutomatic', label: t('kanban.fields.isAutomatic'), no: t('kanban.fields.isPerson') },
        ]}
        empty={<EmptyState icon={<ListAlt />} title={t('kanban.list.empty')} hint={t('kanban.list.emptyHint')} actions={ask} />}
      />
      {openedId !== null && <CardDrawer id={openedId} acts={acts} onClose={close} />}
      {isAsking && <RequestDialog boards={usable} onClose={() => setAsking(false)} />}
      {acts.dialogs}
    </PageFrame>
  )
}
