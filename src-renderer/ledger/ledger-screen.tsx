import Balance from '@mui/icons-material/BalanceOutlined'
import TrendingDown from '@mui/icons-material/TrendingDownOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { addDays, BusinessDaySchema } from '../../shared/core/dates.ts'
import { addDecimals, decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { LedgerLine } from '../../shared/ledger/contract.ts'
import { referenceFilter, type BrowseFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useQuietAsking } from '../core/quiet-refresh.ts'
import { LedgerDrawer } from './ledger-drawer.tsx'
import { StateChip } from './looks.tsx'
import { ledgerAlertsPath } from './paths.ts'

const shownDays = 31
/** What another section puts out is announced to that section alone. */
const askedAgainAfter = 30_000

/** What each section had of an item, put out, threw away and was left with, day by day; a row opens with what is behind each figure. The day that is explained is in the address. */
export function LedgerScreen(): ReactNode {
  const t = useText()
  const { ledger } = useApi()
  const { day, plain, percent, today } = useFormats()
  const [params, setParams] = useSearchParams()
  useQuietAsking(ledger.listLedger, askedAgainAfter)
  const at = placeIn(params)
  const figure = (value: Decimal) => plain(decimalText(value))
  const known = (line: LedgerLine, value: Decimal) => (line.isStart ? '–' : figure(value))
  return (
    <PageFrame title={t('ledger.title')} fills actions={<Button component={Link} to={ledgerAlertsPath} startIcon={<TrendingDown />}>{t('ledger.alerts.title')}</Button>}>
      <BrowseTable
        name="ledger.days" title={t('ledger.title')} call={ledger.listLedger} views={useSavedViews('ledger.days')} start={{ filter: { fromDay: addDays(today(), 1 - shownDays), toDay: today() } }}
        onOpen={({ sectionId, itemId, day: on }: LedgerLine) => setParams({ section: sectionId, item: itemId, day: on })}
        columns={[
          { name: 'day', label: t('ledger.fields.day'), sorts: true, width: 105, value: line => day(line.day) },
          { name: 'sectionName', label: t('ledger.fields.sectionId'), sorts: true, width: 100, value: line => line.sectionName },
          { name: 'itemName', label: t('ledger.fields.itemId'), sorts: true, grow: 2, minWidth: 270, value: line => line.itemName },
          { name: 'itemCode', label: t('ledger.fields.itemCode'), width: 120, isHidden: true, value: line => line.itemCode },
          { name: 'opening', label: t('ledger.fields.opening'), kind: 'number', width: 80, yields: true, value: line => known(line, line.opening) },
          { name: 'came', label: t('ledger.came'), kind: 'number', width: 85, yields: true, value: line => figure(addDecimals(line.received, line.manual)) },
          { name: 'available', label: t('ledger.fields.available'), kind: 'number', width: 95, yields: true, value: line => known(line, line.available) },
          { name: 'output', label: t('ledger.fields.output'), kind: 'number', sorts: true, width: 80, yields: true, value: line => figure(line.output) },
          { name: 'rejected', label: t('ledger.fields.rejected'), kind: 'number', width: 85, yields: true, value: line => figure(line.rejected) },
          { name: 'waste', label: t('ledger.fields.waste'), kind: 'number', sorts: true, width: 85, yields: true, value: line => figure(line.waste) },
          { name: 'wastePercent', label: t('ledger.fields.wastePercent'), kind: 'number', width: 105, isHidden: true, value: line => (line.wastePercent === null || line.isStart ? '–' : percent(line.wastePercent)) },
          { name: 'closing', label: t('ledger.fields.closing'), kind: 'number', sorts: true, width: 80, value: line => <Box component="b" sx={line.isShort ? { color: 'error.main' } : {}}>{known(line, line.closing)}</Box> },
          { name: 'state', label: t('ledger.fields.state'), width: 160, value: line => <StateChip line={line} /> },
        ]}
        filters={useFilters()}
        empty={<EmptyState icon={<Balance />} title={t('ledger.empty')} hint={t('ledger.emptyHint')} />}
      />
      {at && <LedgerDrawer at={at} onClose={() => setParams({}, { replace: true })} />}
    </PageFrame>
  )
}

function useFilters(): readonly BrowseFilter<'fromDay' | 'toDay' | 'sectionId' | 'itemId' | 'isShort'>[] {
  const t = useText()
  const { masters } = useApi()
  const sections = useMemo(() => ({ call: masters.findSections, option: namedOption }), [masters])
  const items = useMemo(() => ({ call: masters.findItems, option: namedOption }), [masters])
  return [
    { kind: 'days', from: 'fromDay', to: 'toDay', label: t('ledger.fields.day') },
    referenceFilter({ name: 'sectionId', label: t('ledger.fields.sectionId'), source: sections }),
    referenceFilter({ name: 'itemId', label: t('ledger.fields.itemId'), source: items }),
    { kind: 'boolean', name: 'isShort', label: t('ledger.filters.state'), yes: t('ledger.filters.onlyShort'), no: t('ledger.filters.onlyFine') },
  ]
}

function namedOption({ id, code, name }: { readonly id: string; readonly code: string; readonly name: string }) {
  return { id, code, name }
}

function placeIn(params: URLSearchParams) {
  const [sectionId, itemId] = [params.get('section'), params.get('item')]
  const day = BusinessDaySchema.safeParse(params.get('day'))
  return sectionId === null || itemId === null || !day.success ? undefined : { sectionId, itemId, day: day.data }
}
