import ListAlt from '@mui/icons-material/ListAltOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { openStatuses } from '../../shared/kanban/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import type { ItemPanel } from '../core/item-panels.ts'
import { boardPath } from '../core/paths.ts'
import { CardStatusChip, PriorityChip } from './card-chips.tsx'
import { useCardWords } from './card-words.ts'

/** What sections have asked for of one item. */
function ItemAsks({ itemId }: { readonly itemId: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { amount, need } = useCardWords()
  return (
    <BrowseTable
      name="kanban.ofItem" title={t('kanban.list.title')} call={api.kanban.listCards} fixed={{ filter: { itemId, status: [...openStatuses] } }} canSearch={false}
      onOpen={card => void navigate(`${boardPath}?card=${card.id}`)}
      columns={[
        { name: 'number', label: t('kanban.fields.number'), sorts: true, width: 164, value: card => card.number },
        { name: 'status', label: t('kanban.fields.status'), sorts: true, width: 166, value: card => <CardStatusChip status={card.status} /> },
        { name: 'priority', label: t('kanban.fields.priority'), sorts: true, width: 122, yields: true, value: card => <PriorityChip priority={card.priority} /> },
        { name: 'sectionName', label: t('kanban.fields.section'), sorts: true, minWidth: 120, grow: 1, value: card => card.sectionName },
        { name: 'quantity', label: t('kanban.fields.quantity'), sorts: true, kind: 'number', width: 112, value: card => amount(card.quantity, card) },
        { name: 'fulfilled', label: t('kanban.fields.fulfilled'), sorts: true, kind: 'number', width: 112, yields: true, value: card => amount(card.fulfilled, card) },
        { name: 'neededBy', label: t('kanban.fields.neededBy'), sorts: true, width: 164, value: card => need(card).text },
      ]}
      empty={<EmptyState icon={<ListAlt />} title={t('kanban.list.noneOfItem')} />}
    />
  )
}

export const kanbanItemPanels: readonly ItemPanel[] = [{ name: 'asks', title: 'kanban.list.ofItem', permission: 'kanban.view', component: ItemAsks }]
