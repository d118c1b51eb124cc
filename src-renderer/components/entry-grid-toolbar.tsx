import Add from '@mui/icons-material/PlaylistAddOutlined'
import Copy from '@mui/icons-material/ContentCopyOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Keyboard from '@mui/icons-material/KeyboardOutlined'
import Redo from '@mui/icons-material/RedoOutlined'
import Remove from '@mui/icons-material/PlaylistRemoveOutlined'
import Undo from '@mui/icons-material/UndoOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import type { SvgIconComponent } from '@mui/icons-material'
import { useText } from '../core/i18n.ts'
import { perform, type GridHands } from './entry-grid-acts.ts'
import { allIssues, faultsShown, unsavedIn } from './entry-grid-issues.ts'
import type { GridAct } from './entry-grid-keys.ts'
import { columnsOf } from './entry-grid-model.ts'
import { goTo } from './entry-grid-moves.ts'
import { useGrid, useGridStore } from './entry-grid-store.ts'
import { placedWords } from './entry-grid-words.ts'
import { showKeyHints } from './key-hints.tsx'

const tools: readonly { readonly act: GridAct; readonly icon: SvgIconComponent; readonly text: 'undo' | 'redo' | 'insertRows' | 'removeRows' | 'copyWithHeadings'; readonly keys: string; readonly needsRows?: true }[] = [
  { act: 'undo', icon: Undo, text: 'undo', keys: 'Ctrl+Z' },
  { act: 'redo', icon: Redo, text: 'redo', keys: 'Ctrl+Y' },
  { act: 'insertRows', icon: Add, text: 'insertRows', keys: 'Ctrl+I', needsRows: true },
  { act: 'removeRows', icon: Remove, text: 'removeRows', keys: 'Ctrl+Delete', needsRows: true },
  { act: 'copyWithHeadings', icon: Copy, text: 'copyWithHeadings', keys: 'Ctrl+Alt+C' },
]

export interface EntryGridToolbarProps {
  readonly hands: GridHands
  readonly isSaving: boolean
  readonly saveRef: React.RefObject<HTMLButtonElement | null>
  /** The screen's own tools: load a list, narrow it. */
  readonly children?: ReactNode
}

/** What the keys do, for who has none: undo, rows, faults, saving. */
export function EntryGridToolbar({ hands, isSaving, saveRef, children }: EntryGridToolbarProps): ReactNode {
  const t = useText()
  const { store } = hands
  const unsaved = useGrid(unsavedIn)
  const hasRows = useGrid(state => state.rules.grid.newRow !== undefined)
  const { canUndo, canRedo } = useGrid(state => ({ canUndo: state.past.length > 0, canRedo: state.future.length > 0 }))
  const isIdle = (act: GridAct) => (act === 'undo' && !canUndo) || (act === 'redo' && !canRedo)
  return (
    <Box role="toolbar" aria-label={t('grid.tools.label')} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5, px: 1, py: 0.75, borderBottom: 1, borderColor: 'divider' }}>
      {tools.filter(({ needsRows }) => !needsRows || hasRows).map(({ act, icon: Icon, text, keys }) => (
        <Tooltip key={act} title={t('grid.tools.tip', { act: t(`grid.tools.${text}`), key: keys })}>
          <span>
            <IconButton
              size="small" aria-label={t(`grid.tools.${text}`)} aria-keyshortcuts={keys.replace('Ctrl', 'Control')} disabled={isIdle(act)}
              onMouseDown={event => event.preventDefault()} onClick={() => perform(hands, act)}
            >
              <Icon fontSize="small" />
            </IconButton>
          </span>
        </Tooltip>
      ))}
      <Tooltip title={t('grid.tools.tip', { act: t('grid.tools.keys'), key: '?' })}>
        <IconButton size="small" aria-label={t('grid.tools.keys')} onClick={showKeyHints}><Keyboard fontSize="small" /></IconButton>
      </Tooltip>
      {children !== undefined && <Divider orientation="vertical" flexItem sx={{ mx: 0.5 }} />}
      {children}
      <Box sx={{ ml: 'auto', display: 'flex', gap: 1, alignItems: 'center' }}>
        <Faults onGo={place => { store.act(state => ({ ...goTo(state, place), hasTried: true })); document.getElementById(store.gridId)?.focus() }} />
        <Tooltip title={t('grid.tools.tip', { act: t('grid.tools.save'), key: 'Ctrl+Enter' })}>
          <span>
            <Button ref={saveRef} data-save variant="contained" loading={isSaving} disabled={unsaved === 0} onClick={hands.save} aria-keyshortcuts="Control+Enter">
              {unsaved === 0 ? t('grid.tools.save') : t('grid.tools.saveRows', { count: unsaved })}
            </Button>
          </span>
        </Tooltip>
      </Box>
    </Box>
  )
}

const faultsListed = 50

/** How many faults there are, and where. */
function Faults({ onGo }: { onGo(place: { row: number; column: number }): void }): ReactNode {
  const t = useText()
  const { get } = useGridStore()
  const count = useGrid(faultsShown)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (count === 0) return null
  const state = get()
  const faults = anchor ? [...allIssues(state)].flatMap(([row, issues]) => issues.map(issue => ({ row, issue }))) : []
  const go = (row: number, name: string | undefined) => {
    setAnchor(null)
    onGo({ row, column: Math.max(0, columnsOf(state).findIndex(column => column.name === name)) })
  }
  return (
    <>
      <Tooltip describeChild title={t('grid.tools.tip', { act: t('grid.tools.nextFault'), key: 'F8' })}>
        <Button color="error" variant="outlined" startIcon={<ErrorIcon />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
          {t('grid.tools.faults', { count })}
        </Button>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} disableRestoreFocus slotProps={{ list: { 'aria-label': t('grid.tools.faultList'), dense: true }, paper: { sx: { maxWidth: 560, maxHeight: 420 } } }}>
        {faults.slice(0, faultsListed).map(({ row, issue }) => (
          <MenuItem key={`${row} ${issue.column} ${issue.reason}`} onClick={() => go(row, issue.column)} sx={{ whiteSpace: 'normal' }}>{placedWords(state, row, issue, t)}</MenuItem>
        ))}
        {faults.length > faultsListed && <MenuItem disabled>{t('grid.tools.moreFaults', { count: faults.length - faultsListed })}</MenuItem>}
      </Menu>
    </>
  )
}
