import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { Proof, ReturnSection } from '../../shared/fulfilment/rules.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { DeliveryChip, PackingChip, PickingChip } from './looks.tsx'
import { useTook } from './took.ts'

interface Told {
  readonly id: string
  readonly stage: ReturnSection
  readonly chip: ReactNode
  readonly who: readonly (string | null)[]
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly minutes: Decimal | null
  readonly proof: Proof
  readonly said: readonly (string | null)[]
}

/** Every session of every stage in the order in which they began, cancelled ones too. */
export function InvoiceSessions({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const took = useTook()
  const sessions = useSessions(invoice)
  const rows = sessions.map(session => ({
    key: session.id,
    cells: [
      <b key="stage">{t(`fulfilment.sections.${session.stage}`)}</b>,
      session.chip,
      session.who.filter(Boolean).join(' · ') || '–',
      session.startedAt === null ? '–' : instant(session.startedAt, 'short'),
      session.endedAt === null ? '–' : instant(session.endedAt, 'short'),
      session.minutes === null ? '–' : took(session.minutes),
      t(`fulfilment.proofs.${session.proof}`),
      session.said.filter(Boolean).join(' · '),
    ],
  }))
  return (
    <Section title={t('fulfilment.billing.page.sessions')}>
      {rows.length === 0 ? (
        <Box sx={{ p: 2, color: 'text.secondary' }}>{t('fulfilment.billing.page.noSessions')}</Box>
      ) : (
        <PlainTable
          label={t('fulfilment.billing.page.sessions')}
          rows={rows}
          head={[
            t('fulfilment.billing.page.stage'),
            { words: t('fulfilment.fields.status') },
            { words: t('fulfilment.billing.page.who') },
            { words: t('fulfilment.fields.startedAt') },
            { words: t('fulfilment.fields.endedAt') },
            t('fulfilment.billing.history.took'),
            { words: t('fulfilment.fields.proof') },
            { prose: t('fulfilment.fields.notes') },
          ]}
        />
      )}
    </Section>
  )
}

function useSessions({ picking, packing, delivery }: InvoiceDetail): readonly Told[] {
  const t = useText()
  const why = (reason: string | null) => (reason === null ? null : t('fulfilment.billing.page.because', { reason }))
  const begun = ({ createdAt }: { readonly createdAt: string }) => createdAt
  const told = [
    ...picking.map(one => ({
      at: begun(one),
      told: {
        ...one,
        stage: 'PICKING',
        chip: <PickingChip status={one.status} />,
        who: [one.pickerName],
        said: [one.notes, why(one.cancelReason)],
      } satisfies Told,
    })),
    ...packing.map(one => ({
      at: begun(one),
      told: {
        ...one,
        stage: 'PACKING',
        chip: <PackingChip status={one.status} />,
        startedAt: one.checkingStartedAt ?? one.startedAt,
        who: [...new Set([one.checkerName, one.packerName, one.boxerName])],
        said: [one.isHeldForConsolidation ? t('fulfilment.fields.isHeldForConsolidation') : null, one.notes, why(one.cancelReason)],
      } satisfies Told,
    })),
    ...delivery.map(one => ({
      at: begun(one),
      told: {
        ...one,
        stage: 'DELIVERY',
        chip: <DeliveryChip status={one.status} />,
        who: [one.courierName ?? one.assigneeName ?? one.deliveredByName ?? one.dispatchedByName],
        said: [t(`fulfilment.kinds.${one.kind}`), one.notes, why(one.cancelReason)],
      } satisfies Told,
    })),
  ]
  return told.sort((a, b) => a.at.localeCompare(b.at)).map(one => one.told)
}
