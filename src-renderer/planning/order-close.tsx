import Download from '@mui/icons-material/DownloadOutlined'
import Assessment from '@mui/icons-material/AssessmentOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { OrderClose as Close } from '../../shared/planning/closing.ts'
import type { ManufacturingOrder } from '../../shared/planning/manufacturing-orders.ts'
import { FigureRow } from '../components/figure-row.tsx'
import { Section } from '../components/section.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { receivingPath, reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { ClosedMaterials, ClosedPurchases, ClosedStages, ClosedWaste } from './order-close-tables.tsx'

const tabs = ['stages', 'materials', 'purchases', 'waste'] as const
type CloseTab = (typeof tabs)[number]

/** An order four ways: what was wanted and what came of it, as far as it has come. */
export function OrderClose({ order }: { readonly order: ManufacturingOrder }): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().planning.getOrderClose, { id: order.id })
  const [tab, setTab] = useState<CloseTab>('stages')
  if (!data) return null
  return (
    <Section title={t('planning.close.title')} hint={t('planning.close.hint')} actions={<Ways order={order} />}>
      <Box sx={{ p: 2, pb: 0 }}><Figures close={data} /></Box>
      <Tabs value={tab} onChange={(_, chosen: CloseTab) => setTab(chosen)} variant="scrollable" allowScrollButtonsMobile aria-label={t('planning.close.title')} sx={{ px: 1 }}>
        {tabs.map(name => <Tab key={name} value={name} label={t(`planning.close.tabs.${name}`)} id={`close-${name}`} aria-controls="close-panel" />)}
      </Tabs>
      <Box role="tabpanel" id="close-panel" aria-labelledby={`close-${tab}`} sx={{ borderTop: 1, borderColor: 'divider' }}>
        {tab === 'stages' && <ClosedStages close={data} />}
        {tab === 'materials' && <ClosedMaterials close={data} />}
        {tab === 'purchases' && <ClosedPurchases close={data} />}
        {tab === 'waste' && <ClosedWaste close={data} />}
      </Box>
    </Section>
  )
}

function Figures({ close: { ordered, packed, received, unitCode, worth, worthOfOne } }: { readonly close: Close }): ReactNode {
  const t = useText()
  const { decimal, money, price } = useFormats()
  const sized = (quantity: typeof ordered) => `${decimal(quantity)}\u00a0${unitCode}`
  return (
    <FigureRow
      figures={[
        { label: t('finishedGoods.fields.ordered'), value: sized(ordered) }, { label: t('finishedGoods.fields.packed'), value: sized(packed) }, { label: t('planning.close.received'), value: sized(received) },
        ...(worth === undefined || worth === null ? [] : [{ label: t('planning.close.worth'), value: <Box component="span" sx={{ fontSize: '1.125rem', whiteSpace: 'nowrap' }}>{money(worth)}</Box>, hint: worthOfOne ? `${price(worthOfOne)} ${t('planning.close.worthOfOne')}` : undefined }]),
      ]}
    />
  )
}

/** Where the order goes on: into the store, to paper, to the books. */
function Ways({ order: { id, number, status, completedDay } }: { readonly order: ManufacturingOrder }): ReactNode {
  const t = useText()
  const may = useMay()
  const transport = useTransport()
  const [language] = useLanguage()
  const vouchers = useJob(useApi().finishedGoods.exportVouchers)
  const isCompleted = status === 'COMPLETED'
  async function download(): Promise<void> {
    const file = await vouchers.run({ manufacturingOrderId: id, language })
    if (!file) return vouchers.error && showError(vouchers.error)
    transport.download(file)
    showDone(t('planning.close.vouchersReady', { count: file.rowCount }))
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {may('finishedGoods.view') && <Button component={Link} to={`${receivingPath}/${id}`} startIcon={<Inventory />}>{t('planning.close.receiving')}</Button>}
      {isCompleted && completedDay !== null && may('reports.view') && (
        <Button component={Link} to={`${reportPath('orderClose')}?period=${completedDay}..${completedDay}&search=${number}`} startIcon={<Assessment />}>{t('planning.close.report')}</Button>
      )}
      {isCompleted && may('process.exportVouchers') && <Button startIcon={<Download />} disabled={vouchers.isRunning} onClick={() => void download()}>{t('planning.close.voucher')}</Button>}
    </Box>
  )
}
