import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { sumDecimals } from '../../shared/core/decimal.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { DeliverySession } from '../../shared/fulfilment/sessions.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { FactList } from '../components/fact-list.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { DeliveryChip } from './looks.tsx'

/** What went into which tray or box. */
export function Containers({ invoice: { containers, lines } }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { instant, integer } = useFormats()
  if (containers.length === 0) return null
  const codeOf = new Map(lines.map(({ id, itemCode }) => [id, itemCode]))
  return (
    <Section title={t('fulfilment.billing.page.containers')}>
      <PlainTable
        label={t('fulfilment.billing.page.containers')}
        head={[
          t('fulfilment.fields.code'),
          { words: t('fulfilment.fields.kind') },
          { prose: t('fulfilment.fields.contents') },
          { words: t('fulfilment.fields.sealedAt') },
        ]}
        rows={containers.map(({ id, code, kind, contents, sealedAt, sealedByName }) => ({
          key: id,
          cells: [
            <b key="code">{code}</b>,
            t(`fulfilment.kinds.${kind}`),
            contents.map(({ lineId, quantity }) => `${integer(quantity)} × ${codeOf.get(lineId) ?? '–'}`).join(', '),
            sealedAt === null ? t('fulfilment.billing.page.notSealed') : [instant(sealedAt, 'short'), sealedByName].filter(Boolean).join(', '),
          ],
        }))}
      />
    </Section>
  )
}

/** How it leaves, the newest first: what is known of whoever took it, with the papers of it. */
export function Deliveries({ invoice: { delivery, courierChanges } }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const mayAttach = useMay()('fulfilment.execute')
  return (
    <>
      {delivery.map(session => (
        <Section
          key={session.id}
          title={t('fulfilment.billing.page.delivery', { kind: t(`fulfilment.kinds.${session.kind}`) })}
          actions={<DeliveryChip status={session.status} />}
        >
          <Box sx={{ p: 2, display: 'grid', gap: 2 }}>
            <DeliveryFacts session={session} />
            <AttachmentList entity="deliverySession" entityId={session.id} mayChange={mayAttach && session.status !== 'CANCELLED'} />
          </Box>
        </Section>
      ))}
      {courierChanges.length > 0 && (
        <Section title={t('fulfilment.billing.page.courierChanges')}>
          <PlainTable
            label={t('fulfilment.billing.page.courierChanges')}
            head={[
              { words: t('fulfilment.billing.page.at') },
              { words: t('fulfilment.fields.fromCourierName') },
              { words: t('fulfilment.fields.toCourierName') },
              { words: t('fulfilment.fields.changedBy') },
              { prose: t('fulfilment.fields.reason') },
            ]}
            rows={courierChanges.map(change => ({
              key: change.id,
              cells: [instant(change.createdAt, 'short'), change.fromCourierName, change.toCourierName, change.changedByName, change.reason],
            }))}
          />
        </Section>
      )}
    </>
  )
}

function DeliveryFacts({ session }: { readonly session: DeliverySession }): ReactNode {
  const t = useText()
  const { decimal, instant } = useFormats()
  const at = (moment: string | null) => (moment === null ? null : instant(moment, 'short'))
  const { latitude, longitude, accuracy } = session
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('fulfilment.fields.dispatchedBy'), session.dispatchedByName],
    [t('fulfilment.fields.dispatchedAt'), at(session.dispatchedAt)],
    [t('fulfilment.fields.assigneeId'), session.assigneeName],
    [t('fulfilment.fields.courierId'), session.courierName],
    [t('fulfilment.fields.trackingNumber'), session.trackingNumber],
    [t('fulfilment.fields.counterMode'), session.counterMode === null ? null : t(`fulfilment.counterModes.${session.counterMode}`)],
    [t('fulfilment.fields.pickupName'), session.pickupName],
    [t('fulfilment.fields.pickupPhone'), session.pickupPhone],
    [t('fulfilment.fields.pickupCompany'), session.pickupCompany],
    [t('fulfilment.fields.pickupCode'), session.pickupCode],
    [t('fulfilment.fields.deliveredBy'), session.deliveredByName],
    [t('fulfilment.fields.endedAt'), at(session.endedAt)],
    [t('fulfilment.fields.address'), session.address],
    [
      t('fulfilment.billing.page.position'),
      latitude === null || longitude === null ? null : `${latitude}, ${longitude}${accuracy === null ? '' : ` (± ${accuracy} m)`}`,
    ],
    [
      t('fulfilment.fields.boxWeights'),
      session.boxWeights.length === 0
        ? null
        : `${session.boxWeights.map(weight => decimal(weight)).join(' + ')} = ${decimal(sumDecimals(session.boxWeights))}`,
    ],
    [t('fulfilment.fields.notes'), session.notes],
    [t('fulfilment.fields.cancelReason'), session.cancelReason],
  ]
  return <FactList facts={facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => ({ label, value }))} />
}
