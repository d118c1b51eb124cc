import School from '@mui/icons-material/SchoolOutlined'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { EmptyState } from '../components/empty-state.tsx'
import { Panel } from '../components/panel.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

/** Every training start is a restore drill: which backups were tried, and whether they opened. */
export function DrillsPanel(): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().training.listDrills, {})
  const { instant, fileSize, plain } = useFormats()
  return (
    <Panel title={t('training.drills.title')} explanation={t('training.drills.explanation')}>
      {data?.length === 0 && <EmptyState icon={<School />} title={t('training.drills.empty')} hint={t('training.drills.emptyHint')} />}
      {data !== undefined && data.length > 0 && (
        <ScrollArea label={t('training.drills.title')}>
          <Table size="small" sx={{ '& td, & th': { whiteSpace: 'nowrap' } }}>
            <TableHead>
              <TableRow>
                <TableCell>{t('training.drills.at')}</TableCell>
                <TableCell>{t('training.drills.source')}</TableCell>
                <TableCell>{t('training.drills.result')}</TableCell>
                <TableCell align="right">{t('training.drills.size')}</TableCell>
                <TableCell align="right">{t('training.drills.took')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map(({ seq, at, backupName, backupAt, isSound, problem, size, milliseconds }) => (
                <TableRow key={seq}>
                  <TableCell>{instant(at, 'short')}</TableCell>
                  <TableCell>
                    {backupAt === null ? t('training.screen.demo') : t('training.screen.backup', { at: instant(backupAt, 'short') })}
                    {backupName !== null && <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>{backupName}</Typography>}
                  </TableCell>
                  <TableCell>
                    {!isSound && <StatusChip tone="bad" label={t('training.drills.unsound')} />}
                    {isSound && <StatusChip tone="good" label={t(backupAt === null ? 'training.drills.made' : 'training.drills.sound')} />}
                    {problem !== '' && <Typography variant="caption" component="div" lang="en" sx={{ color: 'text.secondary', whiteSpace: 'normal', maxWidth: 420 }}>{problem}</Typography>}
                  </TableCell>
                  <TableCell align="right">{isSound ? fileSize(size) : ''}</TableCell>
                  <TableCell align="right">{t('training.drills.seconds', { seconds: plain(String(Math.round(milliseconds / 100) / 10)) })}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </ScrollArea>
      )}
    </Panel>
  )
}
