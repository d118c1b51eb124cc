import Lock from '@mui/icons-material/LockOutlined'
import LockOpen from '@mui/icons-material/LockOpenOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { reopenRight, type Period } from '../../shared/periods/contract.ts'
import { ConfirmDialog, ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { currentLanguage, useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** The months of the books: which are closed, by whom and why, and how to close or reopen one. */
export function PeriodsScreen(): ReactNode {
  const t = useText()
  const { data = [] } = useLive(useApi().periods.listPeriods, {})
  return (
    <PageFrame title={t('periods.title')} subtitle={t('periods.explanation')}>
      <TableContainer component={Paper} variant="outlined" sx={{ flexShrink: 0 }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('periods.month')}</TableCell>
              <TableCell>{t('fields.status')}</TableCell>
              <TableCell align="right">{t('periods.moves')}</TableCell>
              <TableCell>{t('periods.changed')}</TableCell>
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>{data.map((period, at) => <PeriodRow key={period.month} period={period} isRunning={at === 0} />)}</TableBody>
        </Table>
      </TableContainer>
    </PageFrame>
  )
}

function PeriodRow({ period, isRunning }: { readonly period: Period; readonly isRunning: boolean }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const { month, status, moves, reason, changedAt, changedByName } = period
  const tone = status === 'CLOSED' ? 'neutral' : isRunning ? 'running' : 'good'
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>{monthName(month)}</TableCell>
      <TableCell><StatusChip tone={tone} icon={status === 'CLOSED' ? Lock : LockOpen} label={isRunning && status === 'OPEN' ? t('periods.running') : t(`periods.statuses.${status}`)} /></TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>{formats.integer(moves)}</TableCell>
      <TableCell>
        {changedAt !== null && <Box component="span">{changedByName}, {formats.instant(changedAt, 'short')}</Box>}
        {reason !== '' && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{reason}</Typography>}
      </TableCell>
      <TableCell align="right"><PeriodActs period={period} /></TableCell>
    </TableRow>
  )
}

function PeriodActs({ period: { month, version, mayClose, mayReopen, inTheWay } }: { readonly period: Period }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const name = monthName(month)
  const [asked, setAsked] = useState<'close' | 'reopen'>()
  const close = useCommand(api.periods.closePeriod, { done: () => t('periods.done.closed', { month: name }) })
  const stop = () => setAsked(undefined)
  const { integer } = useFormats()
  const what = (['negative', 'lateEntries', 'requests'] as const).flatMap(part => {
    const count = inTheWay?.[part] ?? 0
    return count === 0 ? [] : [t(`periods.inTheWay.${part}`, { count, shown: integer(count) })]
  })
  const left = what.length > 0 && t('periods.inTheWay.title', { what: what.join(', ') })
  return (
    <>
      {mayClose && may('warehouse.approve') && <Button size="small" variant="outlined" aria-label={t('periods.closeName', { month: name })} onClick={() => setAsked('close')}>{t('periods.close')}</Button>}
      {mayReopen && may(reopenRight) && <Button size="small" variant="outlined" aria-label={t('periods.reopenName', { month: name })} onClick={() => setAsked('reopen')}>{t('periods.reopen')}</Button>}
      {asked === 'close' && (
        <ConfirmDialog
          title={t('periods.closeTitle', { month: name })} text={[t('periods.closeText', { month: name }), left].filter(Boolean).join(' ')} confirmLabel={t('periods.close')}
          onConfirm={() => { stop(); close.mutate({ month, version }) }} onCancel={stop}
        />
      )}
      {asked === 'reopen' && version !== undefined && (
        <ConfirmWithReason
          title={t('periods.reopenTitle', { month: name })} text={t('periods.reopenText', { month: name })} confirmLabel={t('periods.reopen')} onDone={stop} onCancel={stop}
          onConfirm={async reason => {
            await api.periods.reopenPeriod({ month, version, reason })
            showDone(t('periods.done.reopened', { month: name }))
          }}
        />
      )}
    </>
  )
}

/** "November 2026". */
function monthName(month: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
}
