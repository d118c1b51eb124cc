import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import MuiLink from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ListProgress } from '../../shared/imports/contract.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { newImportOf } from '../core/paths.ts'
import { FileMenu } from './file-menu.tsx'
import { batchPath, targetPaths } from './paths.ts'

/** Every list of the factory in the order in which it is filled: what it needs, how far it is, and the files to fill it with. */
export function ProgressScreen(): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { data: lists, error, refetch } = useLive(useApi().imports.listProgress, {})
  if (error) return <PageFrame title={t('imports.progress.title')}><FailureState error={error} onRetry={() => void refetch()} /></PageFrame>
  if (!lists) return <PageFrame title={t('imports.progress.title')}><LinearProgress aria-label={t('words.loading')} /></PageFrame>
  const done = lists.filter(({ count }) => count > 0).length
  return (
    <PageFrame title={t('imports.progress.title')} subtitle={t('imports.progress.hint')}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, maxWidth: 560 }}>
        <LinearProgress variant="determinate" value={(done / Math.max(1, lists.length)) * 100} aria-label={t('imports.progress.state')} sx={{ flex: 1, height: 8, borderRadius: 1 }} />
        <Typography variant="body2" sx={{ fontWeight: 600 }}>{t('imports.progress.done', { done: integer(done), all: integer(lists.length) })}</Typography>
      </Box>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('imports.progress.list')}</TableCell>
              <TableCell align="right">{t('imports.progress.count')}</TableCell>
              <TableCell>{t('imports.progress.state')}</TableCell>
              <TableCell>{t('imports.progress.last')}</TableCell>
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>{lists.map(list => <ListRow key={list.target} list={list} empty={list.needs.filter(need => lists.some(({ target, count }) => target === need && count === 0))} />)}</TableBody>
        </Table>
      </TableContainer>
    </PageFrame>
  )
}

interface ListRowProps { readonly list: ListProgress; /** What it needs and has not got. */ readonly empty: ListProgress['needs'] }

function ListRow({ list: { target, count, canImport, lastImport }, empty }: ListRowProps): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const { integer, instant } = useFormats()
  const name = t(`imports.targets.${target}`)
  const isWaiting = count === 0 && empty.length > 0
  const state = isWaiting ? t('imports.progress.waits', { lists: empty.map(need => t(`imports.targets.${need}`).toLowerCase()).join(', ') }) : t(count > 0 ? 'imports.progress.filled' : 'imports.progress.empty')
  return (
    <TableRow>
      <TableCell component="th" scope="row"><MuiLink component={Link} to={targetPaths[target]} sx={{ fontWeight: 600 }}>{name}</MuiLink></TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{integer(count)}</TableCell>
      <TableCell><StatusChip tone={count > 0 ? 'good' : isWaiting ? 'waiting' : 'neutral'} label={state} /></TableCell>
      <TableCell>
        {lastImport
          ? <MuiLink component={Link} to={batchPath(lastImport.id)} title={lastImport.fileName}>{instant(lastImport.at, 'short')}</MuiLink>
          : <Box component="span" sx={{ color: 'text.secondary' }}>{t('imports.progress.none')}</Box>}
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        <FileMenu target={target} call={imports.downloadTemplate} label={t('imports.progress.template')} name={t('imports.progress.templateOf', { target: name })} progress={t('imports.start.templateJob')} />
        {count > 0 && <FileMenu target={target} call={imports.exportList} label={t('imports.progress.export')} name={t('imports.progress.exportOf', { target: name })} progress={t('imports.progress.exporting')} />}
        {canImport && <Button size="small" variant={count === 0 && !isWaiting ? 'contained' : 'outlined'} component={Link} to={newImportOf(target)} aria-label={t('imports.progress.importOf', { target: name })}>{t('imports.progress.import')}</Button>}
      </TableCell>
    </TableRow>
  )
}
