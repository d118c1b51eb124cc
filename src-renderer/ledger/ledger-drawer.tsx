import Close from '@mui/icons-material/Close'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { decimalText, negateDecimal, type Decimal } from '../../shared/core/decimal.ts'
import type { LedgerDay } from '../../shared/ledger/contract.ts'
import { FailureState } from '../components/failure-state.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { StateChip } from './looks.tsx'
import { InflowRows, OutflowRows, OutputRows, ReceiptRows, RejectRows, WasteRows } from './ledger-rows.tsx'

interface LedgerPlace { readonly sectionId: string; readonly itemId: string; readonly day: string }

/** A day of an item in a section: how its figures come about, and the rows behind each. */
export function LedgerDrawer({ at, onClose }: { readonly at: LedgerPlace; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { day } = useFormats()
  const { data, error, refetch } = useLive(useApi().ledger.getLedgerDay, at, { clears: true })
  const paper = { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 620 }, display: 'flex', flexDirection: 'column' } }
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 2, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.75, justifyItems: 'start' }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>{data ? t('ledger.day.title', { item: data.line.itemName, section: data.line.sectionName }) : t('ledger.title')}</Typography>
          <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, color: 'text.secondary' }}>{day(at.day)} {data && <StateChip line={data.line} />}</Box>
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close /></IconButton>
      </Box>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && <Content ledgerDay={data} />}
    </Drawer>
  )
}

function Content({ ledgerDay }: { readonly ledgerDay: LedgerDay }): ReactNode {
  const t = useText()
  const { plain } = useFormats()
  const { line } = ledgerDay
  return (
    <ScrollArea label={t('ledger.title')} sx={{ display: 'flex', flexDirection: 'column', gap: 2, p: 2, pt: 1 }}>
      {line.isShort && <ShortAlert line={line} />}
      {line.isStart && <Alert severity="info">{t('ledger.unknownHint')}</Alert>}
      <Sum ledgerDay={ledgerDay} />
      <Section title={t('ledger.fields.received')}><InflowRows entries={ledgerDay.inflows} /></Section>
      <Section title={t('ledger.day.receipts')}><ReceiptRows entries={ledgerDay.receipts} /></Section>
      <Section title={t('ledger.day.outputs')} hint={outputHint(ledgerDay)}><OutputRows entries={ledgerDay.outputs} /></Section>
      <Section title={t('ledger.day.rejects')}><RejectRows entries={ledgerDay.rejects} /></Section>
      <Section title={t('ledger.day.waste')}><WasteRows entries={ledgerDay.waste} /></Section>
      <Section title={t('ledger.day.onward')}><OutflowRows entries={ledgerDay.outflows} /></Section>
      <Box><Button component={Link} to={`/section-day/day?${new URLSearchParams({ section: line.sectionId, day: line.day }).toString()}`} variant="outlined" startIcon={<EventAvailable />}>{t('ledger.day.openDay')}</Button></Box>
    </ScrollArea>
  )

  /** Which of the two counts, and where they do not agree, that they do not. */
  function outputHint({ outputs: [first], sums: { workers, orders } }: LedgerDay): string {
    if (!first) return ''
    const isByWorkers = first.kind === 'WORKER'
    if (workers === null || orders === null || workers === orders) return t(isByWorkers ? 'ledger.day.outputsOfWorkers' : 'ledger.day.outputsOfOrders')
    return t(isByWorkers ? 'ledger.day.workersCount' : 'ledger.day.ordersCount', { workers: plain(decimalText(workers)), orders: plain(decimalText(orders)) })
  }
}

/** What is wrong, by how much, and what to do about it. */
function ShortAlert({ line: { isAnomaly, output, available, closing, shortPercent, unitCode } }: Pick<LedgerDay, 'line'>): ReactNode {
  const t = useText()
  const { plain } = useFormats()
  const told = { output: plain(decimalText(output)), available: plain(decimalText(available)), missing: plain(decimalText(negateDecimal(closing))), unit: unitCode, percent: plain(decimalText(shortPercent)) }
  return <Alert severity="error">{t(isAnomaly ? 'ledger.day.anomaly' : 'ledger.day.short', told)}</Alert>
}

/** The formula, line by line; where the flow begins only what is known. */
function Sum({ ledgerDay: { line, before } }: { readonly ledgerDay: LedgerDay }): ReactNode {
  const t = useText()
  const { plain, day } = useFormats()
  const openedBy = ({ counted }: LedgerDay['line']) => (counted !== null ? t('ledger.day.counted') : before ? t('ledger.day.before', { day: day(before.day) }) : t('ledger.day.first'))
  const steps: readonly (readonly [sign: string, label: string, value: Decimal, hint?: string])[] = [
    ...(line.isStart ? [] : [['', t('ledger.fields.opening'), line.opening, openedBy(line)] as const]),
    ['+', t('ledger.fields.received'), line.received], ['+', t('ledger.fields.manual'), line.manual], ...(line.isStart ? [] : [['=', t('ledger.fields.available'), line.available] as const]),
    ['−', t('ledger.fields.output'), line.output], ['−', t('ledger.fields.rejected'), line.rejected], ['−', t('ledger.fields.waste'), line.waste], ...(line.isStart ? [] : [['=', t('ledger.fields.closing'), line.closing] as const]),
  ]
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '24px 1fr auto 48px', rowGap: 0.5, fontVariantNumeric: 'tabular-nums' }}>
      {steps.map(([sign, label, value, hint]) => (
        <Box key={label} sx={{ display: 'grid', gridColumn: '1 / -1', gridTemplateColumns: 'subgrid', alignItems: 'baseline', ...(sign === '=' && { fontWeight: 700, borderTop: 1, borderColor: 'divider', pt: 0.5, mb: 1 }) }}>
          <Box component="span" aria-hidden sx={{ color: 'text.secondary' }}>{sign}</Box>
          <Box component="dt">{label}{hint !== undefined && <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>{hint}</Box>}</Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right', ...(sign === '=' && value < 0 && { color: 'error.main' }) }}>{plain(decimalText(value))}</Box>
          <Box component="span" sx={{ color: 'text.secondary', pl: 1 }}>{line.unitCode}</Box>
        </Box>
      ))}
    </Box>
  )
}
