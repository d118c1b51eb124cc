import Add from '@mui/icons-material/Add'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Debt } from '../../shared/warehouse/debts.ts'
import { debtRisks, debtStatuses, paymentStates } from '../../shared/warehouse/debt-rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { debtsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { DebtRequestDialog } from './debt-request-dialog.tsx'
import { DebtSummaryPanel } from './debt-summary.tsx'
import { DebtStateChip, RiskChip } from './debt-words.tsx'
import { useStoreFilter } from './move-columns.tsx'
import { useQuantityTexts } from './quantities.ts'
import { ReportLink } from './report-link.tsx'
import { ItemCell } from './stock-cells.tsx'

/** Debts of the sections that this user sees: the list, or how they stand together. */
export function DebtsScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const [isAsking, setAsking] = useState(false)
  useBegin({ ask: may('process.requestMaterialDebt') && (() => setAsking(true)) })
  const isSummary = params.get('view') === 'summary'
  const ask = may('process.requestMaterialDebt') && <Button variant="contained" startIcon={<Add />} onClick={() => setAsking(true)}>{t('warehouse.debts.ask')}</Button>
  return (
    <PageFrame
      title={t('warehouse.debts.title')} fills={!isSummary} actions={ask}
      filters={
        <Tabs value={isSummary ? 'summary' : 'list'} onChange={(_event, view: string) => setParams(view === 'summary' ? { view } : {}, { replace: true })} aria-label={t('warehouse.debts.view')}>
          <Tab value="list" label={t('warehouse.debts.list')} />
          <Tab value="summary" label={t('warehouse.debts.summary.title')} />
        </Tabs>
      }
    >
      {isSummary ? <DebtSummaryPanel /> : <DebtList ask={ask} />}
      {isAsking && <DebtRequestDialog onClose={() => setAsking(false)} />}
    </PageFrame>
  )
}

function DebtList({ ask }: { readonly ask: ReactNode }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { day } = useFormats()
  const { full } = useQuantityTexts()
  const field = (name: 'number' | 'quantity' | 'settled' | 'state' | 'risk' | 'dueDay' | 'workOrderNumber' | 'requestedBy') => t(`warehouse.debts.fields.${name}`)
  return (
    <BrowseTable
      name="warehouse.debts" title={t('warehouse.debts.list')} call={api.warehouse.listDebts} onOpen={(debt: Debt) => void navigate(`${debtsPath}/${debt.id}`)} views={useSavedViews('warehouse.debts')}
      columns={[
        { name: 'number', label: field('number'), sorts: true, width: 160, value: debt => debt.number },
        { name: 'state', label: field('state'), width: 190, value: debt => <DebtStateChip debt={debt} /> },
        { name: 'risk', label: field('risk'), width: 110, yields: true, value: debt => <RiskChip risk={debt.risk} /> },
        { name: 'itemName', label: t('warehouse.fields.item'), sorts: true, grow: 2, minWidth: 190, value: debt => <ItemCell code={debt.itemCode} name={debt.itemName} /> },
        { name: 'sectionName', label: t('warehouse.fields.section'), sorts: true, width: 110, yields: true, value: debt => debt.sectionName },
        { name: 'quantity', label: field('quantity'), sorts: true, kind: 'number', width: 124, value: debt => full(debt.quantity, debt) },
        { name: 'settled', label: field('settled'), kind: 'number', width: 124, yields: true, value: debt => full(debt.settled, debt) },
        { name: 'dueDay', label: field('dueDay'), sorts: true, width: 116, value: debt => day(debt.dueDay) },
        { name: 'location', label: t('warehouse.fields.location'), width: 150, isHidden: true, value: debt => debt.locationName },
        { name: 'workOrderNumber', label: field('workOrderNumber'), width: 140, isHidden: true, value: debt => debt.workOrderNumber },
        { name: 'requestedBy', label: field('requestedBy'), width: 150, isHidden: true, value: debt => debt.requestedByName },
      ]}
      filters={[
        { kind: 'boolean', name: 'isOpen', label: t('warehouse.debts.open'), yes: t('warehouse.debts.onlyOpen'), no: t('warehouse.debts.notOpen') },
        { kind: 'enum', name: 'status', label: t('warehouse.debts.approval'), isMultiple: true, options: debtStatuses.map(value => ({ value, label: t(`warehouse.debts.statuses.${value}`) })) },
        { kind: 'enum', name: 'payment', label: t('warehouse.debts.payment'), isMultiple: true, options: paymentStates.map(value => ({ value, label: t(`warehouse.debts.payments.${value}`) })) },
        { kind: 'enum', name: 'risk', label: field('risk'), isMultiple: true, options: debtRisks.map(value => ({ value, label: t(`warehouse.debts.risks.${value}`) })) },
        useStoreFilter(),
      ]}
      actions={({ search }) => <ReportLink report="materialDebt" filters={{ search }} />}
      empty={<EmptyState icon={<RequestQuote />} title={t('warehouse.debts.empty')} hint={t('warehouse.debts.emptyHint')} actions={ask} />}
    />
  )
}
