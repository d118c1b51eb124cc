import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'
import type { GridLine } from './entry-grid-cell.ts'
import type { GridEntry, GridRecord } from './entry-grid-definition.ts'
import type { EntryGridHandle } from './entry-grid-handle.ts'
import { loadRecords } from './entry-grid-records.ts'
import { EntryGrid } from './entry-grid.tsx'

/** A line of a document as it is kept. */
interface KeptLine { readonly id: string; readonly version: number; readonly itemName: string }

export interface LineSheetProps<Row extends GridLine, Line extends KeptLine> {
  readonly grid: EntryGridHandle<Row, Line>
  readonly documentId: string
  readonly lines: readonly Line[]
  /** Keep it steady (`useCallback`). */
  recordOf(line: Line): GridRecord<Row, Line>
  linesNow(): Promise<readonly Line[]>
  /** All or none; answers the lines in the same order. */
  save(entries: readonly GridEntry<Row, Line>[]): Promise<readonly Line[]>
  remove(line: Line): Promise<unknown>
  readonly autoFocus: boolean
  /** Takes the room of the page; else it is as high as a few lines. */
  readonly fills?: true
  readonly tools?: ReactNode
}

/** The lines of a document that is a draft, typed into as in a sheet. One that is kept is removed by itself and can be brought back. */
export function LineSheet<Row extends GridLine, Line extends KeptLine>({ grid, documentId, lines, recordOf, linesNow, save, remove, autoFocus, fills, tools }: LineSheetProps<Row, Line>): ReactNode {
  const t = useText()
  const records = useMemo(() => lines.map(recordOf), [lines, recordOf])

  async function refill(): Promise<void> {
    const now = (await linesNow()).map(recordOf)
    grid.store.act(state => loadRecords(state, now))
  }
  async function removeChosen(): Promise<void> {
    const state = grid.store.get()
    const chosen = state.records.get(state.rows[state.active.row]?.key ?? '')?.id
    const line = lines.find(({ id }) => id === chosen)
    if (!line) return showDone(t('grid.lines.choose'))
    try {
      await remove(line)
      await refill()
      showUndo(t('grid.lines.removed', { item: line.itemName }), async () => {
        const { line: row } = recordOf(line)
        await save([{ id: undefined, line: row, changed: row, data: undefined }])
        await refill()
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', ...(fills ? { flex: '1 0 300px', minHeight: 300 } : { height: 340, flexShrink: 0 }) }}>
      <EntryGrid
        grid={grid} records={records} asked={documentId} autoFocus={autoFocus} save={async entries => (await save(entries)).map(recordOf)}
        reread={async ids => (await linesNow()).filter(({ id }) => ids.includes(id)).map(recordOf)}
        tools={<>{tools}<Button size="small" startIcon={<Delete />} onClick={() => void removeChosen()}>{t('grid.lines.remove')}</Button></>}
      />
    </Box>
  )
}
