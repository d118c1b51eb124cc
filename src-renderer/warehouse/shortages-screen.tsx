import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { debtRisks } from '../../shared/warehouse/debt-rules.ts'
import type { Shortage } from '../../shared/warehouse/shortages.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { RiskChip } from './debt-words.tsx'
import { useEntryItem } from './entry-item.ts'
import { ItemField } from './item-field.tsx'
import { useOwnSections } from './own-sections.ts'
import { PlaceField } from './place-field.tsx'
import { useQuantityTexts } from './quantities.ts'
import { useStockAt } from './quantity-field.tsx'
import { SectionWorkOrder } from './section-work-order.tsx'
import { ReportLink } from './report-link.tsx'
import { ItemCell } from './stock-cells.tsx'

/** What production is short of; the stores open one to say what they did about it. */
export function ShortagesScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [params] = useSearchParams()
  const { instant } = useFormats()
  const { full } = useQuantityTexts()
  const [isReporting, setReporting] = useState(false)
  const [handled, setHandled] = useState<Shortage>()
  useBegin({ report: may('production.execute') && (() => setReporting(true)) })
  const field = (name: 'number' | 'severity' | 'required' | 'available' | 'missing' | 'note' | 'reportedBy' | 'state' | 'handling' | 'reportedAt') => t(`warehouse.shortages.fields.${name}`)
  const report = may('production.execute') && <Button variant="contained" startIcon={<ReportProblem />} onClick={() => setReporting(true)}>{t('warehouse.shortages.report')}</Button>
  return (
    <PageFrame title={t('warehouse.shortages.title')} fills actions={report}>
      <BrowseTable
        name="warehouse.shortages" title={t('warehouse.shortages.list')} call={api.warehouse.listShortages} views={useSavedViews('warehouse.shortages')} selected={params.has('shortage') ? [params.get('shortage')!] : undefined}
        onOpen={(row: Shortage) => may('process.handleShortage') && row.handledAt === null && setHandled(row)}
        columns={[
          { name: 'number', label: field('number'), sorts: true, width: 164, yields: true, value: row => row.number },
          { name: 'severity', label: field('severity'), width: 110, value: row => <RiskChip risk={row.severity} /> },
          { name: 'itemName', label: t('warehouse.fields.item'), sorts: true, grow: 2, minWidth: 190, value: row => <ItemCell code={row.itemCode} name={row.itemName} /> },
          { name: 'sectionName', label: t('warehouse.fields.section'), sorts: true, width: 110, yields: true, value: row => row.sectionName },
          { name: 'missing', label: field('missing'), kind: 'number', width: 124, value: row => full(row.missing, row) },
          { name: 'required', label: field('required'), kind: 'number', width: 124, yields: true, value: row => full(row.required, row) },
          { name: 'state', label: field('state'), width: 160, value: row => (row.handledAt === null ? <StatusChip tone="waiting" label={t('warehouse.shortages.open')} /> : <StatusChip tone="good" label={t('warehouse.shortages.handled')} />) },
          { name: 'note', label: field('note'), grow: 1, minWidth: 150, yields: true, value: row => row.handling ?? row.note },
          { name: 'createdAt', label: field('reportedAt'), sorts: true, width: 150, isHidden: true, value: row => instant(row.createdAt, 'short') },
          { name: 'location', label: t('warehouse.fields.location'), width: 150, isHidden: true, value: row => row.locationName },
          { name: 'reportedBy', label: field('reportedBy'), width: 150, isHidden: true, value: row => row.reportedByName },
        ]}
        filters={[
          { kind: 'boolean', name: 'isHandled', label: field('state'), yes: t('warehouse.shortages.handled'), no: t('warehouse.shortages.open') },
          { kind: 'enum', name: 'severity', label: field('severity'), isMultiple: true, options: debtRisks.map(value => ({ value, label: t(`warehouse.debts.risks.${value}`) })) },
        ]}
        actions={({ search }) => <ReportLink report="shortage" filters={{ search }} />}
        empty={<EmptyState icon={<ReportProblem />} title={t('warehouse.shortages.empty')} hint={t('warehouse.shortages.emptyHint')} actions={report} />}
      />
      {isReporting && <ReportDialog onClose={() => setReporting(false)} />}
      {handled && (
        <ConfirmWithReason
          title={t('warehouse.shortages.handleTitle', { number: handled.number })} confirmLabel={t('warehouse.shortages.handle')} reasonLabel={t('warehouse.shortages.fields.handling')} onCancel={() => setHandled(undefined)} onDone={() => setHandled(undefined)}
          text={t('warehouse.shortages.handleText', { section: handled.sectionName, quantity: full(handled.missing, handled), item: handled.itemName })}
          onConfirm={async handling => {
            await api.warehouse.handleShortage({ id: handled.id, version: handled.version, handling })
            showDone(t('warehouse.shortages.handledDone', { number: handled.number }))
          }}
        />
      )}
    </PageFrame>
  )
}

function ReportDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { source, only } = useOwnSections()
  useKeyHints(formKeys)
  async function send(input: Parameters<typeof api.warehouse.reportShortage>[0]): Promise<void> {
    const { number } = await api.warehouse.reportShortage(input)
    showDone(t('warehouse.shortages.reported', { number }))
  }
  return (
    <FormDialog
      title={t('warehouse.shortages.reportTitle')} subtitle={t('warehouse.shortages.reportHint')} saveLabel={t('warehouse.shortages.reportSave')} schema={api.warehouse.reportShortage.procedure.input} save={send} onClose={onClose}
      values={{ sectionId: only, required: '', note: '', workOrderNumber: '' }}
    >
      <ItemField autoFocus />
      <FieldRow>
        <PlaceField name="locationId" label={t('warehouse.fields.location')} proposesFullest />
        <ReferenceField name="sectionId" label={t('warehouse.fields.section')} source={source} isRequired />
      </FieldRow>
      <FieldRow>
        <NeedField />
        <SectionWorkOrder label={t('warehouse.debts.fields.workOrderNumber')} />
      </FieldRow>
      <TextField name="note" label={t('warehouse.shortages.fields.note')} rows={2} />
    </FormDialog>
  )
}

function NeedField(): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const item = useEntryItem()
  const stock = useStockAt(item, 'locationId')
  return <DecimalField name="required" label={t('warehouse.shortages.fields.required')} unit={item?.unitCode} isRequired hint={item && stock ? t('warehouse.entry.available', { quantity: full(stock.available, item) }) : undefined} />
}
