import type { ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'

/** How often it came back to billing, why, and how that was settled. */
export function Returns({ invoice: { returns } }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  if (returns.length === 0) return null
  return (
    <Section title={t('fulfilment.billing.page.returns')}>
      <PlainTable
        label={t('fulfilment.billing.page.returns')}
        head={[
          { words: t('fulfilment.billing.page.at') },
          { words: t('fulfilment.fields.section') },
          { words: t('fulfilment.fields.returnedBy') },
          { prose: t('fulfilment.fields.reason') },
          { prose: t('fulfilment.fields.resolution') },
        ]}
        rows={returns.map(one => ({
          key: one.id,
          cells: [
            instant(one.createdAt, 'short'),
            t(`fulfilment.sections.${one.section}`),
            one.returnedByName,
            one.reason,
            one.resolvedAt === null ? (
              <StatusChip key="open" tone="warning" label={t('fulfilment.billing.returns.open')} />
            ) : (
              [one.resolution, one.resolvedByName, instant(one.resolvedAt, 'short')].filter(Boolean).join(' · ')
            ),
          ],
        }))}
      />
    </Section>
  )
}

/** What its customer got back of it after it was billed. */
export function CreditNotes({ invoice: { creditNotes } }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { day, integer, money } = useFormats()
  const { canSeeCost } = useUser()
  if (creditNotes.length === 0) return null
  return (
    <Section title={t('fulfilment.billing.credit.title')}>
      <PlainTable
        label={t('fulfilment.billing.credit.title')}
        head={[
          t('fulfilment.billing.credit.number'),
          { words: t('fulfilment.fields.day') },
          { prose: t('fulfilment.fields.contents') },
          ...(canSeeCost ? [t('fulfilment.fields.total')] : []),
        ]}
        rows={creditNotes.map(({ id, number, day: on, lines, total }) => ({
          key: id,
          cells: [
            <b key="number">{number}</b>,
            day(on),
            lines.map(line => `${integer(line.quantity)} × ${line.itemCode}`).join(', '),
            ...(canSeeCost ? [total !== undefined && money(total)] : []),
          ],
        }))}
      />
    </Section>
  )
}
