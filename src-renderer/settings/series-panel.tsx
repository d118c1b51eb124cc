import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactNode } from 'react'
import { formatNumber, series, type SeriesName } from '../../shared/settings/series.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { Panel } from '../components/panel.tsx'

/** How documents are numbered, with the first number of today as an example. */
export function SeriesPanel(): ReactNode {
  const t = useText()
  const { today } = useFormats()
  return (
    <Panel title={t('settings.series.title')} explanation={t('settings.series.explanation')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('settings.series.document')}</TableCell>
            <TableCell>{t('settings.series.example')}</TableCell>
            <TableCell>{t('settings.series.restarts')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {(Object.keys(series) as SeriesName[]).map(name => (
            <TableRow key={name}>
              <TableCell component="th" scope="row">{t(`settings.series.names.${name}`)}</TableCell>
              <TableCell>{formatNumber(series[name], today(), 1)}</TableCell>
              <TableCell>{t(`settings.series.${series[name].restarts}`)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  )
}
