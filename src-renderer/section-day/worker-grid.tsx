import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import ShowChart from '@mui/icons-material/ShowChartOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { days, WorkerDay, WorkerEntry } from '../../shared/section-day/days.ts'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { useHandedIn } from '../components/entry-grid-handed-in.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { isOfDay } from '../core/late.ts'
import { workerHistoryOf } from '../core/paths.ts'
import { showDone, showError } from '../core/toasts.ts'
import { recordOf, useWorkerDefinition, type ShownDay, type WorkerLine } from './worker-definition.ts'

type Entry = GridEntry<WorkerLine, WorkerEntry>
type RowInput = InputOf<typeof days.saveWorkerEntries>['rows'][number]

const keyHints = (t: Translate): KeyHintGroup => ({ title: t('sectionDay.workers'), hints: [{ keys: ['Alt', 'C'], text: t('sectionDay.copyHint') }] })

interface WorkerGridProps { readonly shown: ShownDay; readonly entries: WorkerDay['entries']; readonly workers: WorkerDay['workers'] }

/** What a section's workers made on a day: typed, pasted, or begun from the crew of the day before. */
export function WorkerGrid({ shown, entries, workers }: WorkerGridProps): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { sectionDay } = useApi()
  const { day: dayText } = useFormats()
  const grid = useEntryGrid(useWorkerDefinition(shown))
  const records = useMemo(() => entries.map(recordOf), [entries])
  const { sectionId, day, isLocked, mayEnter } = shown
  useKeyHints(keyHints)
  useHandedIn(grid, 'sectionDay.saveWorkerEntries', isOfDay(shown))

  async function save(changed: readonly Entry[]): Promise<readonly GridRecord<WorkerLine, WorkerEntry>[]> {
    const answers = await sectionDay.saveWorkerEntries({ sectionId, day, rows: changed.map(rowOf) })
    showDone(t('sectionDay.saved', { count: changed.length }))
    return changed.map((entry, at) => (answers[at] ? recordOf(answers[at]) : { id: entry.id ?? '', line: entry.line, data: entry.data! }))
  }
  async function reread(ids: readonly string[]): Promise<readonly GridRecord<WorkerLine, WorkerEntry>[]> {
    return (await sectionDay.getWorkerDay({ sectionId, day })).entries.filter(({ id }) => ids.includes(id)).map(recordOf)
  }
  /** The crew of the last day before; where there is none, everybody who works in the section. */
  async function copyCrew(): Promise<void> {
    const { earlier } = await sectionDay.getEarlierDay({ sectionId, day: day })
    const crew = earlier?.rows ?? workers.map(worker => ({ worker, item: null }))
    const lines = crew.filter(({ worker, item }) => !isThere(grid.store.get().rows, records, worker.id, item?.id ?? null))
      .map(({ worker, item }): WorkerLine => ({ workerId: worker.id, itemId: item?.id ?? null, actualQuantity: null, notes: null }))
    const first = grid.store.get().rows.filter(row => records.some(({ id }) => id === row.key) || Object.keys(row.cells).length > 0).length
    grid.add(lines, crew.flatMap(({ worker, item }) => (item ? [worker, item] : [worker])))
    const column = grid.definition.columns.findIndex(({ name }) => name === (earlier ? 'actualQuantity' : 'itemId'))
    const place = { row: first, column }
    grid.store.act(state => ({ ...state, active: place, anchor: place, extent: place }))
    showDone(earlier ? t('sectionDay.copied', { count: lines.length, day: dayText(earlier.day) }) : t('sectionDay.filled', { count: lines.length }))
  }
  function openHistory(): void {
    const { active, rows } = grid.store.get()
    const row = rows[active.row]
    const workerId = row?.cells.workerId ?? records.find(({ id }) => id === row?.key)?.line.workerId
    if (typeof workerId === 'string') void navigate(workerHistoryOf(workerId))
    else showDone(t('sectionDay.chooseWorker'))
  }
  const mayCopy = mayEnter && !isLocked
  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 }}
      onKeyDownCapture={event => {
        if (!event.altKey || event.key.toLowerCase() !== 'c' || !mayCopy) return
        event.preventDefault()
        event.stopPropagation()
        void copyCrew().catch(showError)
      }}
    >
      <EntryGrid
        grid={grid} records={records} asked={`${sectionId}/${day}`} save={save} reread={reread} autoFocus
        tools={(
          <>
            {mayCopy && <Button size="small" startIcon={<ContentCopy />} onClick={() => void copyCrew().catch(showError)}>{t('sectionDay.copy')}</Button>}
            <Button size="small" startIcon={<ShowChart />} onClick={openHistory}>{t('sectionDay.history.short')}</Button>
          </>
        )}
      />
    </Box>
  )
}

function isThere(rows: readonly { readonly key: string; readonly cells: Readonly<Record<string, unknown>> }[], records: readonly GridRecord<WorkerLine, WorkerEntry>[], workerId: string, itemId: string | null): boolean {
  const isTyped = rows.some(({ cells }) => cells.workerId === workerId && (itemId === null || cells.itemId === itemId))
  return isTyped || records.some(({ line }) => line.workerId === workerId && (itemId === null || line.itemId === itemId))
}

function rowOf({ line, changed, data }: Entry): RowInput {
  if (!data) return { kind: 'enter', workerId: line.workerId ?? '', itemId: line.itemId ?? '', actualQuantity: line.actualQuantity ?? '0', notes: line.notes ?? '' }
  const { id, version } = data
  if (line.actualQuantity === null) return { kind: 'remove', id, version }
  const { itemId, actualQuantity, notes } = changed
  return { kind: 'change', id, version, ...(itemId && { itemId }), ...(actualQuantity && { actualQuantity }), ...(notes !== undefined && { notes: notes ?? '' }) }
}
