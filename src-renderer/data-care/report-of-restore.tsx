import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { entityText } from '../../shared/audit/wording.ts'
import type { RestoreReport } from '../../shared/data-care/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'

const shutOutParts = ['apiKeys', 'grants', 'passes', 'users', 'delegations', 'passwords'] as const

/** What going back would mean: what is lost, and how the tables differ. */
export function ReportOfRestore({ report }: { readonly report: RestoreReport }): ReactNode {
  const t = useText()
  const { instant, integer } = useFormats()
  const wording = useWording()
  const { tables, from, to, seal, version, schema, programSchema, missingAttachments, shutOut } = report
  const shutOutText = (counts: RestoreReport['shutOut']): string => {
    if (!counts) return t('dataCare.report.shutOutUnknown')
    const what = shutOutParts.filter(part => counts[part] > 0).map(part => t(`dataCare.report.shutOutParts.${part}`, { count: counts[part] }))
    return what.length === 0 ? t('dataCare.report.shutOutNone') : t('dataCare.report.shutOut', { what: what.join(', ') })
  }
  const differing = tables.filter(({ then, now }) => then !== now)
  const nameOf = (table: string) => (table === 'auditEntry' ? t('dataCare.report.auditEntry') : entityText(wording, table) || table)
  const facts = [
    `${t('dataCare.report.signIn')} ${shutOutText(shutOut)}`,
    ...(from !== null && to !== null ? [t('dataCare.report.span', { from: instant(from), to: instant(to) })] : []),
    seal ? t('dataCare.report.seal', { seq: integer(seal.seq), time: instant(seal.at) }) : t('dataCare.report.noSeal'),
    [...(version === '' ? [] : [t('dataCare.report.version', { version })]), ...(schema < programSchema ? [t('dataCare.report.older')] : [])].join(' — '),
    ...(missingAttachments > 0 ? [t('dataCare.report.missing', { count: missingAttachments })] : []),
  ]
  return (
    <>
      <Alert severity="info">{t('dataCare.report.nothingYet')}</Alert>
      <Lost lost={report.lost} />
      {differing.length > 0 && (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{t('dataCare.report.table')}</TableCell><TableCell align="right">{t('dataCare.report.then')}</TableCell><TableCell align="right">{t('dataCare.report.now')}</TableCell>
              <TableCell align="right">{t('dataCare.report.difference')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {differing.map(({ table, then, now }) => (
              <TableRow key={table}>
                <TableCell>{nameOf(table)}</TableCell><TableCell align="right">{then === null ? '–' : integer(then)}</TableCell><TableCell align="right">{now === null ? '–' : integer(now)}</TableCell>
                <TableCell align="right">{then === null || now === null ? '–' : integer(then - now)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Typography component="ul" variant="body2" sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
        {differing.length > 0 && <li>{t('dataCare.report.same')}</li>}
        {facts.filter(fact => fact !== '').map(fact => <li key={fact}>{fact}</li>)}
      </Typography>
    </>
  )
}

function Lost({ lost }: Pick<RestoreReport, 'lost'>): ReactNode {
  const t = useText()
  const { instant, integer } = useFormats()
  if (!lost) return <Alert severity="warning">{t('dataCare.report.lostUnknown')}</Alert>
  const { count, first, last, people } = lost
  if (count === 0) return <Alert severity="success">{t('dataCare.report.lostNone')}</Alert>
  return (
    <Alert severity="warning">
      <AlertTitle>{t('dataCare.report.lostTitle', { count })}</AlertTitle>
      {t('dataCare.report.lostSpan', { first: instant(first ?? ''), last: instant(last ?? '') })}{' '}
      {t('dataCare.report.lostPeople', { people: people.map(person => t('dataCare.report.person', { name: person.name, entries: integer(person.count) })).join(', ') })}
    </Alert>
  )
}
