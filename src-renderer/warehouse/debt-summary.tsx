import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Money } from '../../shared/core/money.ts'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { debtsPath } from '../core/paths.ts'
import { useAgeText } from './age-texts.ts'
import { DebtStateChip, RiskChip } from './debt-words.tsx'
import { useQuantityTexts } from './quantities.ts'

/** WH-21: what is open by risk and by age, what it costs for those who may see it, and the worst ten. */
export function DebtSummaryPanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const { day, integer, money, percent } = useFormats()
  const { full } = useQuantityTexts()
  const ageText = useAgeText()
  const { data, error, refetch } = useLive(api.warehouse.summarizeDebts, {})
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton variant="rounded" height={320} />
  const cost = (amount: Money | undefined) => (amount === undefined ? [] : [money(amount)])
  const costHead = data.open.costImpact === undefined ? [] : [t('warehouse.debts.fields.costImpact')]
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <FigureRow
        figures={[
          { label: t('warehouse.debts.summary.open'), value: integer(data.open.count) },
          { label: t('warehouse.debts.summary.overdue'), value: integer(data.overdue) },
          { label: t('warehouse.debts.summary.waiting'), value: integer(data.waiting) },
          ...(data.open.costImpact === undefined ? [] : [{ label: t('warehouse.debts.fields.costImpact'), value: money(data.open.costImpact) }]),
        ]}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <Section title={t('warehouse.debts.summary.byRisk')} hint={t('warehouse.debts.summary.byRiskHint')}>
          <PlainTable
            label={t('warehouse.debts.summary.byRisk')} head={[t('warehouse.debts.fields.risk'), t('warehouse.debts.summary.count'), ...costHead]}
            rows={data.risks.toReversed().map(({ risk, count, costImpact }) => ({ key: risk, cells: [<RiskChip key="risk" risk={risk} />, integer(count), ...cost(costImpact)] }))}
          />
        </Section>
        <Section title={t('warehouse.debts.summary.byAge')} hint={t('warehouse.debts.summary.byAgeHint')}>
          <PlainTable
            label={t('warehouse.debts.summary.byAge')} head={[t('warehouse.debts.fields.age'), t('warehouse.debts.summary.count'), ...costHead]}
            rows={data.ages.map(({ band, count, costImpact }) => ({ key: band, cells: [ageText(band), integer(count), ...cost(costImpact)] }))}
          />
        </Section>
      </Box>
      <Section title={t('warehouse.debts.summary.top')} hint={t('warehouse.debts.summary.topHint')}>
        <PlainTable
          label={t('warehouse.debts.summary.top')}
          head={[t('warehouse.fields.item'), { words: t('warehouse.fields.section') }, t('warehouse.debts.fields.quantity'), t('warehouse.debts.fields.share'), { words: t('warehouse.debts.fields.risk') }, { words: t('warehouse.debts.fields.state') }, { words: t('warehouse.debts.fields.dueDay') }, ...costHead]}
          rows={data.top.map(debt => ({
            key: debt.id,
            cells: [
              <span key="debt">{debt.itemName} <Link component={RouterLink} to={`${debtsPath}/${debt.id}`} sx={{ display: 'block', whiteSpace: 'nowrap' }}>{debt.number}</Link></span>, debt.sectionName, full(debt.quantity, debt), percent(debt.share), <RiskChip key="risk" risk={debt.risk} />,
              <DebtStateChip key="state" debt={debt} />, day(debt.dueDay), ...(costHead.length === 0 ? [] : [debt.costImpact === null || debt.costImpact === undefined ? '–' : money(debt.costImpact)]),
            ],
          }))}
        />
      </Section>
    </Box>
  )
}
