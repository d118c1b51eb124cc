import CopyAll from '@mui/icons-material/DriveFileMoveOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import MoreVert from '@mui/icons-material/MoreVert'
import Restore from '@mui/icons-material/SettingsBackupRestoreOutlined'
import Visibility from '@mui/icons-material/VisibilityOutlined'
import Today from '@mui/icons-material/EventOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { restoring, type ShownBackup } from '../../shared/data-care/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { checkState, tones } from './backups.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

/** What there is of one day, and what can be done with it. */
export function DayBackups({ day, backups, hasSecond }: { readonly day: string; readonly backups: readonly ShownBackup[]; readonly hasSecond: boolean }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const api = useApi()
  const { download } = useTransport()
  const verify = useJob(api.dataCare.verifyBackup)
  const fetching = useJob(api.dataCare.downloadBackup)
  const [copied, setCopied] = useState<ShownBackup>()
  const [restored, setRestored] = useState<ShownBackup>()
  async function check({ name, at }: ShownBackup): Promise<void> {
    const verified = await verify.run({ name })
    if (verified) showDone(t(verified.isSound ? 'dataCare.verified' : 'dataCare.verifiedBad', { time: formats.instant(at) }))
  }
  async function fetch({ name }: ShownBackup): Promise<void> {
    const file = await fetching.run({ name })
    if (!file) return
    download(file)
    showDone(t('dataCare.downloaded', { name: file.name }))
  }
  return (
    <Paper variant="outlined" component="section" sx={{ overflow: 'hidden' }}>
      <Typography component="h2" variant="h2" sx={{ px: 2, py: 1.5 }}>{t('dataCare.day.title', { day: formats.day(day) })}</Typography>
      {backups.length === 0 ? <EmptyState icon={<Today />} title={t('dataCare.day.empty')} hint={t('dataCare.day.emptyHint')} /> : (
        <ScrollArea label={t('dataCare.day.title', { day: formats.day(day) })}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{t('dataCare.columns.time')}</TableCell><TableCell>{t('dataCare.columns.kind')}</TableCell><TableCell align="right">{t('dataCare.columns.size')}</TableCell>
                <TableCell>{t('dataCare.columns.checked')}</TableCell>{hasSecond && <TableCell>{t('dataCare.columns.place')}</TableCell>}<TableCell>{t('dataCare.columns.actions')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {backups.map(backup => (
                <TableRow key={backup.name}>
                  <TableCell sx={{ fontWeight: 600 }}>{formats.time(backup.at)}</TableCell>
                  <TableCell>{t(`dataCare.kinds.${backup.kind}`)}</TableCell>
                  <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{formats.fileSize(backup.size)}</TableCell>
                  <TableCell><Check backup={backup} /></TableCell>
                  {hasSecond && <TableCell>{t(backup.isInSecondFolder ? 'dataCare.place.both' : 'dataCare.place.first')}</TableCell>}
                  <TableCell><Actions backup={backup} onVerify={() => void check(backup)} onDownload={() => void fetch(backup)} onCopy={() => setCopied(backup)} onRestore={() => setRestored(backup)} /></TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </ScrollArea>
      )}
      <ProgressDialog title={t('dataCare.verifying')} job={verify} />
      <ProgressDialog title={t('dataCare.downloading')} job={fetching} />
      {copied && <CopyDialog backup={copied} onClose={() => setCopied(undefined)} />}
      {restored && <RestoreDialog backup={restored} onClose={() => setRestored(undefined)} />}
    </Paper>
  )
}

function Check({ backup }: { readonly backup: ShownBackup }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const state = checkState(backup)
  const { fullAt, quickAt, findings, missingAttachments } = backup
  return (
    <Box sx={{ display: 'grid', gap: 0.25, justifyItems: 'start', py: 0.5 }}>
      <StatusChip tone={tones[state]} label={t(`dataCare.states.${state}`)} {...(state === 'opened' && { icon: Visibility })} />
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>{fullAt === null ? t('dataCare.openedAt', { time: instant(quickAt, 'short') }) : t('dataCare.checkedAt', { time: instant(fullAt, 'short') })}</Typography>
      {missingAttachments > 0 && <Typography variant="caption" sx={{ color: 'warning.main' }}>{t('dataCare.missing', { count: missingAttachments })}</Typography>}
      {findings.length > 0 && (
        <details>
          <Typography component="summary" variant="caption">{t('dataCare.findings')}</Typography>
          <Box component="ul" lang="en" sx={{ m: 0, pl: 2, fontSize: '0.75rem', maxWidth: 420 }}>{findings.map(finding => <li key={finding}>{finding}</li>)}</Box>
        </details>
      )}
    </Box>
  )
}

interface ActionsProps { readonly backup: ShownBackup; onVerify(): void; onDownload(): void; onCopy(): void; onRestore(): void }

function Actions({ backup, onVerify, onDownload, onCopy, onRestore }: ActionsProps): ReactNode {
  const t = useText()
  const { time } = useFormats()
  const may = useMay()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const choose = (act: () => void) => () => {
    setAnchor(undefined)
    act()
  }
  return (
    <Box sx={{ display: 'flex', gap: 0.5 }}>
      {may(restoring) && <Button size="small" variant="outlined" startIcon={<Restore />} onClick={onRestore}>{t('dataCare.restore')}</Button>}
      <IconButton size="small" aria-label={t('dataCare.more', { time: time(backup.at) })} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}><MoreVert fontSize="small" /></IconButton>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={choose(onVerify)}><ListItemIcon><FactCheck fontSize="small" /></ListItemIcon>{t('dataCare.verify')}</MenuItem>
        {may('dataCare.execute') && <MenuItem onClick={choose(onDownload)}><ListItemIcon><Download fontSize="small" /></ListItemIcon>{t('dataCare.download')}</MenuItem>}
        {may('dataCare.execute') && <MenuItem onClick={choose(onCopy)}><ListItemIcon><CopyAll fontSize="small" /></ListItemIcon>{t('dataCare.copy')}</MenuItem>}
      </Menu>
    </Box>
  )
}
