import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import type { ReactNode } from 'react'
import type { HistoryChange, HistoryEntry } from '../../shared/audit/history.ts'
import { decimal as readDecimal } from '../../shared/core/decimal.ts'
import { cardStatuses, priorities } from '../../shared/kanban/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { HistoryList } from '../components/history-list.tsx'
import { StoryLink } from '../components/story-link.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const shownAtOnce = 100

/** Who did what to a card, when and why. */
export function CardHistory({ id, unitCode }: { readonly id: string; readonly unitCode: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const { decimal, day } = useFormats()
  const { data, error, refetch } = useLive(api.audit.listHistory, { entity: 'kanbanCard', id, pageSize: shownAtOnce }, { clears: true })
  if (error) return <EmptyState role="alert" title={errorText(error)} actions={<Button variant="outlined" onClick={() => void refetch()}>{t('buttons.retry')}</Button>} />
  if (!data) return <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />

  const show = (field: string, value: unknown) => {
    const status = cardStatuses.find(one => field === 'status' && one === value)
    if (status) return t(`kanban.statuses.${status}`)
    const priority = priorities.find(one => field === 'priority' && one === value)
    if (priority) return t(`kanban.priorities.${priority}`)
    if (field === 'neededBy') return day(String(value))
    return field === 'quantity' || field === 'fulfilled' ? `${decimal(readDecimal(String(value)))} ${unitCode}` : String(value)
  }
  const labels = {
    status: t('kanban.fields.status'), quantity: t('kanban.fields.quantity'), fulfilled: t('kanban.fields.fulfilled'), priority: t('kanban.fields.priority'),
    neededBy: t('kanban.fields.neededBy'), notes: t('kanban.fields.notes'),
  }
  return (
    <>
      <HistoryList entries={data.rows.map(entryOf)} labels={labels} show={show} />
      <StoryLink entity="kanbanCard" id={id} />
    </>
  )
}

function entryOf({ seq, at, userName, action, reason, changes }: HistoryEntry) {
  return { id: String(seq), at, by: userName, action, ...(reason !== null && { reason }), changes: changes.map(changeOf) }
}

/** What was empty before, at its creation say, has no "before". */
function changeOf({ field, before, after }: HistoryChange) {
  return { field, ...(before !== null && { before }), after }
}
