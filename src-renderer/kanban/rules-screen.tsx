import Add from '@mui/icons-material/Add'
import Autorenew from '@mui/icons-material/AutorenewOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { Rule } from '../../shared/kanban/boards.ts'
import { isDue } from '../../shared/kanban/rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { PriorityChip } from './card-chips.tsx'
import { useCardWords } from './card-words.ts'
import { RuleDialog } from './rule-dialog.tsx'

/** Which items the System asks for by itself, and when (KB-4). */
export function RulesScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { integer } = useFormats()
  const { amount } = useCardWords()
  const [edited, setEdited] = useState<Rule | 'new'>()
  const { data: boards = [], isPending } = useLive(api.kanban.listBoards, {})
  const canEdit = may('kanban.update')
  useBegin({ new: canEdit && boards.length > 0 && (() => setEdited('new')) }, !isPending)
  const add = canEdit && boards.length > 0 && <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>{t('kanban.rules.add')}</Button>
  const sectionFilter: readonly BrowseFilter<'sectionId'>[] = boards.length < 2 ? [] : [
    { kind: 'enum', name: 'sectionId', label: t('kanban.fields.section'), options: boards.map(board => ({ value: board.sectionId, label: board.sectionName })) },
  ]
  return (
    <PageFrame title={t('kanban.rules.title')} fills actions={add}>
      <BrowseTable
        name="kanban.rules" title={t('kanban.rules.title')} call={api.kanban.listRules} {...(canEdit && { onOpen: (rule: Rule) => setEdited(rule) })}
        columns={[
          { name: 'sectionName', label: t('kanban.fields.section'), sorts: true, width: 104, value: rule => rule.sectionName },
          { name: 'itemCode', label: t('kanban.fields.itemCode'), sorts: true, width: 130, yields: true, value: rule => rule.itemCode },
          { name: 'itemName', label: t('kanban.fields.item'), sorts: true, grow: 3, minWidth: 180, value: rule => rule.itemName },
          { name: 'storeOnHand', label: t('kanban.rules.storeOnHand'), sorts: true, kind: 'number', width: 110, value: rule => amount(rule.storeOnHand, rule) },
          { name: 'reorderPoint', label: t('kanban.rules.reorderPoint'), sorts: true, kind: 'number', width: 146, yields: true, value: rule => amount(rule.reorderPoint, rule) },
          { name: 'orderQuantity', label: t('kanban.rules.orderQuantity'), sorts: true, kind: 'number', width: 140, yields: true, value: rule => amount(rule.orderQuantity, rule) },
          { name: 'priority', label: t('kanban.fields.priority'), sorts: true, width: 122, yields: true, value: rule => <PriorityChip priority={rule.priority} /> },
          { name: 'leadDays', label: t('kanban.rules.leadDays'), sorts: true, kind: 'number', width: 120, isHidden: true, value: rule => integer(rule.leadDays) },
          { name: 'state', label: t('kanban.fields.status'), width: 176, value: rule => <RuleState rule={rule} /> },
        ]}
        filters={[...sectionFilter, { kind: 'boolean', name: 'isActive', label: t('kanban.rules.isActive'), no: t('kanban.rules.paused') }]}
        empty={<EmptyState icon={<Autorenew />} title={t('kanban.rules.empty')} hint={t('kanban.rules.emptyHint')} actions={add} />}
      />
      {edited && <RuleDialog rule={edited === 'new' ? undefined : edited} boards={boards} onClose={() => setEdited(undefined)} />}
    </PageFrame>
  )
}

function RuleState({ rule }: { readonly rule: Rule }): ReactNode {
  const t = useText()
  if (!rule.isActive) return <StatusChip tone="neutral" label={t('kanban.rules.paused')} />
  return isDue(rule, rule.storeOnHand) ? <StatusChip tone="warning" label={t('kanban.rules.atPoint')} /> : <StatusChip tone="good" label={t('kanban.rules.isActive')} />
}
