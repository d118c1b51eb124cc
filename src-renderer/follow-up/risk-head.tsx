import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ClientSums } from '../../shared/follow-up/contract.ts'
import { FigureRow } from '../components/figure-row.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** What is looked at first: what is outstanding, of which risk, and what was promised. */
export function RiskHead({ sums: { owing, risks, promisedThisWeek, promisesLate, asOf } }: { readonly sums: ClientSums }): ReactNode {
  const t = useText()
  const { day, integer, money } = useFormats()
  const customers = t('followUp.figures.customers', { count: owing.count, shown: integer(owing.count) })
  const promises = (count: number) => t('followUp.figures.promises', { count, shown: integer(count) })
  return (
    <FigureRow
      figures={[
        {
          label: t('followUp.figures.owing'),
          value: money(owing.amount),
          hint: asOf === null ? customers : `${customers} · ${t('followUp.figures.asOf', { day: day(asOf) })}`,
        },
        { label: t('followUp.figures.byRisk'), value: <Risks risks={risks} /> },
        { label: t('followUp.figures.thisWeek'), value: money(promisedThisWeek.amount), hint: promises(promisedThisWeek.count) },
        { label: t('followUp.figures.late'), value: money(promisesLate.amount), hint: promises(promisesLate.count) },
      ]}
    />
  )
}

const shownRisks = ['HIGH', 'MEDIUM', 'LOW'] as const
const grounds = { HIGH: 'error.main', MEDIUM: 'warning.main', LOW: 'text.disabled' } as const

/** How what is outstanding is shared out among the risks: as a bar, and in words and figures below. */
function Risks({ risks }: Pick<ClientSums, 'risks'>): ReactNode {
  const t = useText()
  const { money } = useFormats()
  const parts = shownRisks.map(risk => ({ risk, amount: risks.find(one => one.risk === risk)!.amount })).filter(({ amount }) => amount > 0)
  return (
    <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 400, lineHeight: 1.45, pt: 0.5 }}>
      <Box component="span" aria-hidden sx={{ display: 'flex', gap: '2px', height: 6, mb: 0.5, borderRadius: 1, overflow: 'hidden' }}>
        {parts.map(({ risk, amount }) => (
          <Box component="span" key={risk} sx={{ flexGrow: amount, flexBasis: 0, minWidth: 3, bgcolor: grounds[risk] }} />
        ))}
      </Box>
      {parts.map(({ risk, amount }) => (
        <Box component="span" key={risk} sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
          <Box component="span" aria-hidden sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: grounds[risk], flexShrink: 0 }} />
          <Box component="span" sx={{ color: 'text.secondary', flex: 1 }}>
            {t(`followUp.risks.${risk}`)}
          </Box>
          {money(amount)}
        </Box>
      ))}
    </Box>
  )
}
