import Handshake from '@mui/icons-material/HandshakeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Decimal } from '../../shared/core/decimal.ts'
import { monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { MonthScore, VendorScore } from '../../shared/purchasing/vendors.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { MarksDialog } from './marks-dialog.tsx'
import { ScoreBar } from './score-bar.tsx'

const spans = [1, 3, 6, 12] as const

/** How vendors do (MD-6): the best first, one of them month by month. */
export function VendorsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { today } = useFormats()
  const [count, setCount] = useState<string>('6')
  const [params, setParams] = useSearchParams()
  const toMonth = monthOf(today())
  const months = { fromMonth: monthsBefore(toMonth, Number(count) - 1), toMonth }
  const { data } = useLive(api.purchasing.listVendorScores, months)
  const chosen = params.get('vendor') ?? data?.[0]?.partnerId
  return (
    <PageFrame
      title={t('purchasing.vendors.title')} subtitle={t('purchasing.vendors.subtitle')}
      actions={<Box sx={{ width: 200 }}><SelectInput label={t('purchasing.vendors.months')} value={count} onChange={value => value !== null && setCount(value)} options={spans.map(span => ({ value: String(span), label: t('purchasing.vendors.span', { count: span }) }))} /></Box>}
    >
      {data?.length === 0 && <EmptyState icon={<Handshake />} title={t('purchasing.vendors.empty')} hint={t('purchasing.vendors.emptyHint')} />}
      {data && data.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
          <Section title={t('purchasing.fields.partner')}>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 1, display: 'grid', gap: 0.5 }}>
              {data.map(vendor => <ScoreBar key={vendor.partnerId} vendor={vendor} isChosen={vendor.partnerId === chosen} onChoose={() => setParams({ vendor: vendor.partnerId }, { replace: true })} />)}
            </Box>
          </Section>
          {chosen !== undefined && <VendorCard partnerId={chosen} months={months} />}
        </Box>
      )}
    </PageFrame>
  )
}

const marks = ['quality', 'delivery', 'price', 'responsiveness', 'flexibility'] as const

function VendorCard({ partnerId, months }: { readonly partnerId: string; readonly months: { readonly fromMonth: string; readonly toMonth: string } }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { decimal } = useFormats()
  const [isMarking, setMarking] = useState(false)
  const { data } = useLive(api.purchasing.getVendorScore, { partnerId, ...months }, { clears: true })
  if (!data) return null
  const { overall } = data
  const shown = (value: Decimal | null) => (value === null ? '–' : decimal(value))
  const cells = (score: VendorScore) => [shown(score.score), ...marks.map(mark => shown(score[mark]))]
  const punctuality = overall.receipts === 0 ? t('purchasing.vendors.noReceipts') : t('purchasing.vendors.receipts', { onTime: overall.onTime, count: overall.receipts })
  return (
    <Section
      title={data.partnerName} hint={`${overall.score === null ? t('purchasing.vendors.incomplete') : t('purchasing.vendors.of', { score: decimal(overall.score) })} · ${punctuality}`}
      actions={may('purchasing.update') && <Button variant="contained" onClick={() => setMarking(true)}>{t('purchasing.vendors.mark')}</Button>}
    >
      <PlainTable
        label={t('purchasing.vendors.monthly')} head={[t('purchasing.fields.month'), t('purchasing.fields.score'), ...marks.map(mark => t(`purchasing.fields.${mark}`))]}
        rows={data.months.map((month: MonthScore) => ({ key: month.month, cells: [monthText(month.month), ...cells(month)] }))}
      />
      {isMarking && <MarksDialog partnerId={partnerId} partnerName={data.partnerName} months={data.months} onClose={() => setMarking(false)} />}
    </Section>
  )
}

/** "11-2026", as months of the books are written. */
function monthText(month: string): string {
  return month.split('-').reverse().join('-')
}
