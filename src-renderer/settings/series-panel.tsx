import Edit from '@mui/icons-material/EditOutlined'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useState, type ReactNode } from 'react'
import type { SeriesState } from '../../shared/settings/contract.ts'
import { Panel } from '../components/panel.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { SeriesDialog } from './series-dialog.tsx'

/** How documents are numbered, and what their next number is. */
export function SeriesPanel(): ReactNode {
  const t = useText()
  const may = useMay()
  const [edited, setEdited] = useState<SeriesState>()
  const { data = [] } = useLive(useApi().settings.listSeries, {})
  return (
    <Panel title={t('settings.series.title')} explanation={t('settings.series.explanation')}>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('settings.series.document')}</TableCell>
              <TableCell>{t('settings.series.upcoming')}</TableCell>
              <TableCell>{t('settings.series.restarts')}</TableCell>
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(one => (
              <TableRow key={one.name}>
                <TableCell component="th" scope="row">{t(`settings.series.names.${one.name}`)}</TableCell>
                <TableCell sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 600, whiteSpace: 'nowrap' }}>{one.upcoming[0]}</TableCell>
                <TableCell>{t(`settings.series.${one.restarts}`)}</TableCell>
                <TableCell align="right">
                  {may('settings.update') && (
                    <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('settings.series.edit', { name: t(`settings.series.names.${one.name}`) })} onClick={() => setEdited(one)}>{t('buttons.edit')}</Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {edited && <SeriesDialog state={edited} onClose={() => setEdited(undefined)} />}
    </Panel>
  )
}
