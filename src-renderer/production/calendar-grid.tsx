import ListAlt from '@mui/icons-material/ListAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CalendarRow, DayAnswer } from '../../shared/production/daily.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { useHandedIn } from '../components/entry-grid-handed-in.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import type { KeyHintGroup } from '../components/key-hints.tsx'
import { useKeyHints } from '../components/key-hints.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { recordOf, useCalendarDefinition, type MonthLine, type Shown } from './calendar-definition.ts'
import { changedDays, isOfRows, refusalInGrid, unexplainedDays } from './calendar-rows.ts'
import { DayDialog } from './day-dialog.tsx'

type Entries = readonly GridEntry<MonthLine, CalendarRow>[]
type Records = readonly GridRecord<MonthLine, CalendarRow>[]
/** Days that must be explained: they are sent with a reason, or left as they are. */
interface Unexplained { readonly count: number; send(reason: string): Promise<void>; leave(): void }

const keyHints = (t: Translate): KeyHintGroup => ({ title: t('production.calendar.keys'), hints: [{ keys: ['Alt', 'Enter'], text: t('production.calendar.detailsKey') }] })

export function CalendarGrid({ rows, shown }: { readonly rows: readonly CalendarRow[]; readonly shown: Shown }): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { today } = useFormats()
  const mayEnter = useMay()('process.enterDailyProduction')
  const grid = useEntryGrid(useCalendarDefinition(shown, mayEnter))
  const records = useMemo(() => rows.map(row => recordOf(row, shown.month)), [rows, shown.month])
  const [unexplained, setUnexplained] = useState<Unexplained>()
  const [opened, setOpened] = useState<{ readonly workOrderId: string; readonly day: string }>()
  const day = today()
  useKeyHints(keyHints)
  useHandedIn(grid, 'production.saveProduction', isOfRows(rows, shown.month))
  // Whoever comes types today's output.
  useEffect(() => {
    const column = grid.definition.columns.findIndex(({ name }) => name === day)
    if (column >= 0) grid.store.act(state => ({ ...state, active: { row: 0, column }, anchor: { row: 0, column }, extent: { row: 0, column } }))
  }, [grid, day])

  async function reread(ids: readonly string[]): Promise<Records> {
    const now = new Map((await production.getProductionCalendar({ ...shown, asOf: day })).map(row => [row.workOrderId, row]))
    return ids.flatMap(id => (now.has(id) ? [recordOf(now.get(id)!, shown.month)] : []))
  }
  async function send(entries: Entries, reason: string): Promise<Records> {
    const days = changedDays(entries)
    tell(await production.saveProduction({ rows: days.map(({ row }) => row), reason }))
    return reread(entries.map(({ id }) => id ?? ''))
  }
  function tell(answers: readonly DayAnswer[]): void {
    const asked = answers.filter(({ request }) => request !== null).length
    const kept = answers.length - asked
    showDone([kept > 0 && t('production.calendar.saved', { count: kept }), asked > 0 && t('production.calendar.asked', { count: asked })].filter(Boolean).join('. '))
  }
  async function save(entries: Entries): Promise<Records> {
    const placed = (error: unknown) => refusalInGrid(error, changedDays(entries))
    try {
      return await send(entries, '')
    } catch (error) {
      const count = unexplainedDays(error)
      if (count === 0) throw placed(error)
      return new Promise((resolve, reject) => setUnexplained({
        count,
        send: reason => send(entries, reason).then(resolve, (thrown: unknown) => reject(placed(thrown))),
        leave: () => reject(placed(error)),
      }))
    }
  }
  function openDay(): void {
    const { active, rows: shownRows, rules } = grid.store.get()
    const column = rules.grid.columns[active.column]
    const workOrderId = shownRows[active.row]?.key
    if (column?.kind !== 'integer' || workOrderId === undefined) return showDone(t('production.calendar.chooseDay'))
    setOpened({ workOrderId, day: column.name })
  }
  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
      onKeyDownCapture={event => {
        if (!event.altKey || event.key !== 'Enter') return
        event.preventDefault()
        event.stopPropagation()
        openDay()
      }}
    >
      <EntryGrid
        grid={grid} records={records} asked={`${shown.sectionId}/${shown.month}`} save={save} reread={reread} autoFocus
        tools={<Button size="small" startIcon={<ListAlt />} onClick={openDay}>{t('production.calendar.details')}</Button>}
      />
      {unexplained && (
        <ConfirmWithReason
          title={t('production.calendar.reasonTitle')} text={t('production.calendar.reasonText', { count: unexplained.count })} confirmLabel={t('production.calendar.send')}
          onConfirm={unexplained.send} onDone={() => setUnexplained(undefined)}
          onCancel={() => {
            unexplained.leave()
            setUnexplained(undefined)
          }}
        />
      )}
      {opened && <DayDialog {...opened} onClose={() => setOpened(undefined)} />}
    </Box>
  )
}
