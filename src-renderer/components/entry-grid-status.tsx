import Close from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Sync from '@mui/icons-material/SyncProblemOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'
import { addDecimals, decimal, decimalText, zero, type Decimal } from '../../shared/core/decimal.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { useText } from '../core/i18n.ts'
import { useFormats } from '../core/formats.ts'
import { undo } from './entry-grid-changes.ts'
import { isTyped } from './entry-grid-cell.ts'
import { entryValue, isEntry } from './entry-grid-definition.ts'
import { conflictsOf, issuesOfRow, unsavedIn } from './entry-grid-issues.ts'
import { cellAt, columnsOf, isBlank, isOneCell, placesIn, selectionOf, viewOf, type GridState } from './entry-grid-model.ts'
import type { Notice } from './entry-grid-notice.ts'
import { paste } from './entry-grid-paste.ts'
import { settle } from './entry-grid-records.ts'
import { useGrid, useGridStore } from './entry-grid-store.ts'
import { issueWords, noticeWords, placeWords, readAs } from './entry-grid-words.ts'
import { shownText } from './entry-grid-writing.ts'

/** Under the rows: where one is and what is wrong there, what the last act came to, and how much there is. */
export function EntryGridStatus(): ReactNode {
  const t = useText()
  const formats = useFormats()
  const { notice, place, message, hint } = useGrid(state => ({ notice: state.notice, place: placeWords(state, state.active, t), ...messageOf(state) }))
  const counts = useGrid(countsOf)
  const { messageId } = useGridStore()
  const isLoud = notice !== null && needsReading(notice)
  return (
    <>
      {isLoud && <LoudNotice notice={notice} />}
      <Conflict />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.25, px: 1.5, py: 0.75, minHeight: 38, borderTop: 1, borderColor: 'divider', fontSize: '0.8125rem', bgcolor: 'tint.header' }}>
        <Box sx={{ flex: 1, minWidth: 220, display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{place}</Box>
          <Box component="span" id={messageId} sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: message === undefined ? 'text.secondary' : 'error.main' }}>
            {message !== undefined && <ErrorIcon aria-hidden sx={{ fontSize: 16 }} />}
            {message ?? hint}
          </Box>
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>{!isLoud && notice && noticeWords(notice, t, formats)}</Box>
        {counts.selectedRows > 0 && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('grid.status.selected', { rows: counts.selectedRows, columns: counts.selectedColumns })}{counts.sum !== undefined && ` · ${t('grid.status.sum', { sum: formats.plain(counts.sum) })}`}
          </Box>
        )}
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {t('grid.status.rows', { count: counts.rows })}{counts.unsaved > 0 && ` · ${t('grid.status.unsaved', { count: counts.unsaved })}`}
        </Box>
        <Box role="status" sx={outOfSight}>{notice && noticeWords(notice, t, formats)}</Box>
      </Box>
    </>
  )
}

const outOfSight = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }

/** What must not pass unseen: something had no place, or may have been read wrongly. */
function needsReading(notice: Notice): boolean {
  if (notice.kind === 'tooManyRows' || notice.kind === 'faults') return true
  return notice.kind === 'pasted' && (notice.surplus.length > 0 || notice.kept > 0 || notice.faulty > 0 || notice.ambiguous !== undefined)
}

function LoudNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const { act } = useGridStore()
  const ambiguous = notice.kind === 'pasted' ? notice.ambiguous : undefined
  const readOtherwise = ambiguous && (() => act(state => paste({ ...undo(state), anchor: ambiguous.at, extent: ambiguous.at, active: ambiguous.at }, ambiguous.block, ambiguous.mark)))
  return (
    <Alert
      severity={notice.kind === 'tooManyRows' || notice.kind === 'faults' ? 'error' : 'warning'} sx={{ borderRadius: 0, '& .MuiAlert-action': { alignItems: 'center', pt: 0 } }}
      action={
        <>
          {ambiguous && <Button size="small" onClick={readOtherwise}>{t('grid.notices.readOtherwise', { read: readAs(ambiguous.text, formats, true) })}</Button>}
          <IconButton size="small" aria-label={t('buttons.close')} onClick={() => act(state => ({ ...state, notice: null }))}><Close fontSize="small" /></IconButton>
        </>
      }
    >
      {noticeWords(notice, t, formats)}
    </Alert>
  )
}

/** Somebody else saved what I changed: theirs against mine, for the active row. */
function Conflict(): ReactNode {
  const t = useText()
  const { act } = useGridStore()
  const { row, theirs } = useGrid(conflictIn)
  if (!row) return null
  return (
    <Alert
      severity="warning" icon={<Sync />} sx={{ borderRadius: 0 }}
      action={
        <>
          <Button size="small" onClick={() => act(state => settle(state, row, 'theirs'))}>{t('grid.status.useTheirs')}</Button>
          <Button size="small" onClick={() => act(state => settle(state, row, 'mine'))}>{t('grid.status.useMine')}</Button>
        </>
      }
    >
      {t('grid.issues.conflict')} {t('grid.status.conflictValue', { theirs })}
    </Alert>
  )
}

function conflictIn(state: GridState) {
  const row = state.rows[state.active.row]
  const names = row ? conflictsOf(state, row) : []
  if (!row || names.length === 0) return { row: undefined, theirs: '' }
  const latest = state.records.get(row.key)!.latest
  const view = viewOf({ ...state, records: state.records }, { key: row.key, cells: {} })
  const parts = columnsOf(state).filter(isEntry).filter(({ name }) => names.includes(name))
    .map(column => `${column.label}: ${shownText(column, entryValue(latest, column.name), view, state.rules.formats)}`)
  return { row, theirs: parts.join(' · ') }
}

function messageOf(state: GridState): { message: string | undefined; hint: string | undefined } {
  const [row, column] = [state.rows[state.active.row], columnsOf(state)[state.active.column]]
  const issues = row ? issuesOfRow(state, row).filter(({ isMissing }) => !isMissing || state.hasTried) : []
  const issue = issues.find(one => one.column === column?.name) ?? issues.find(one => one.column === undefined)
  return { message: issue && issueWords(issue), hint: column?.hint }
}

function countsOf(state: GridState) {
  const selection = selectionOf(state)
  const last = state.rows.at(-1)
  const counts = { rows: state.rows.length - (last && isBlank(state, last) ? 1 : 0), unsaved: unsavedIn(state), selectedRows: 0, selectedColumns: 0, sum: undefined }
  if (isOneCell(selection)) return counts
  return { ...counts, selectedRows: selection.bottom - selection.top + 1, selectedColumns: selection.right - selection.left + 1, sum: sumOf(state) }
}

/** Of the selected numbers, where there are at least two. */
function sumOf(state: GridState): string | undefined {
  const numbers = placesIn(selectionOf(state)).flatMap((place): Decimal[] => {
    const column = columnsOf(state)[place.column]
    const cell = cellAt(state, place)
    return (column?.kind === 'decimal' || column?.kind === 'integer') && cell !== null && !isTyped(cell) ? [decimal(String(cell))] : []
  })
  const sum = numbers.length < 2 ? null : withinRange(() => numbers.reduce(addDecimals, zero))
  return sum === null ? undefined : decimalText(sum)
}
