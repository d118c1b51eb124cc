import Add from '@mui/icons-material/Add'
import ViewKanban from '@mui/icons-material/ViewKanbanOutlined'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState, type ReactNode } from 'react'
import type { Board } from '../../shared/kanban/boards.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { BoardDialog } from './board-dialog.tsx'

/** The boards of all sections: where they get their material from, and how much may wait. */
export function BoardsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { data: boards } = useLive(api.kanban.listBoards, {})
  const [edited, setEdited] = useState<Board | 'new'>()
  useBegin({ new: () => setEdited('new') })
  const add = <Button variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>{t('kanban.boards.add')}</Button>
  return (
    <PageFrame title={t('kanban.boards.title')} actions={add}>
      {boards?.length === 0 && <EmptyState icon={<ViewKanban />} title={t('kanban.boards.empty')} hint={t('kanban.board.noBoardsHint')} actions={add} />}
      {boards && boards.length > 0 && <BoardTable boards={boards} onEdit={setEdited} />}
      {edited && boards && <BoardDialog board={edited === 'new' ? undefined : edited} model={boards[0]} onClose={() => setEdited(undefined)} />}
    </PageFrame>
  )
}

function BoardTable({ boards, onEdit }: { readonly boards: readonly Board[]; onEdit(board: Board): void }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const headings = ['boards.section', 'boards.supplyLocation', 'boards.storeLocation', 'boards.approval', 'boards.maximumPending', 'boards.maximumInProgress', 'fields.status'] as const
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table aria-label={t('kanban.boards.title')} sx={{ '& tbody td, & tbody th': { whiteSpace: { lg: 'nowrap' } } }}>
        <TableHead>
          <TableRow>
            {headings.map(heading => <TableCell key={heading} align={isNumber(heading) ? 'right' : 'left'} sx={isNumber(heading) ? { ...onlyWide, maxWidth: 150 } : undefined}>{t(`kanban.${heading}`)}</TableCell>)}
            <TableCell aria-label={t('buttons.edit')} />
          </TableRow>
        </TableHead>
        <TableBody>
          {boards.map(board => (
            <TableRow key={board.id} hover>
              <TableCell component="th" scope="row" sx={{ fontWeight: 650 }}>{board.sectionName}</TableCell>
              <TableCell>{board.supplyLocationName}</TableCell>
              <TableCell>{board.storeLocationName}</TableCell>
              <TableCell>{board.hasAutoApproval ? t('kanban.boards.auto', { threshold: decimal(board.autoApprovalThreshold) }) : t('kanban.boards.manual')}</TableCell>
              <TableCell align="right" sx={onlyWide}>{board.maximumPending}</TableCell>
              <TableCell align="right" sx={onlyWide}>{board.maximumInProgress}</TableCell>
              <TableCell><StatusChip tone={board.isActive ? 'good' : 'neutral'} label={t(board.isActive ? 'words.active' : 'kanban.boards.notActive')} /></TableCell>
              <TableCell align="right"><Button size="small" aria-label={t('kanban.boards.edit', { section: board.sectionName })} onClick={() => onEdit(board)}>{t('buttons.edit')}</Button></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function isNumber(heading: string): boolean {
  return heading.startsWith('boards.maximum')
}

/** Upright there is no room for the limits; the dialog has them. */
const onlyWide = { display: { xs: 'none', md: 'table-cell' } } as const
