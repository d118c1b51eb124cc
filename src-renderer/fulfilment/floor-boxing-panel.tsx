import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { IntegerInput } from '../components/number-field.tsx'
import { ReferenceInput } from '../components/reference-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useDeskLabels } from './floor-desk-printer.tsx'
import type { StepProps } from './floor-packing-table.tsx'
import { useCourierSource } from './floor-sources.ts'

const mostBoxes = 200
/** So many are asked for at once. */
const mostTogether = 200

/** IF-8: out of the trays into boxes, alone or together with other invoices of the same customer. */
export function BoxingPanel({
  detail,
  session,
  worker: { proof, isProved },
  onRefused,
}: StepProps & { onRefused(results: readonly EachInvoice[]): void }): ReactNode {
  const { id, number, customerId, customerName } = detail
  const t = useText()
  const { integer } = useFormats()
  const couriers = useCourierSource()
  const others = useOthers(customerId, id)
  const [together, setTogether] = useState<readonly string[]>([])
  const [labelCount, setLabelCount] = useState<number | string | null>(session.labelCount)
  const [courierId, setCourier] = useState<string | null>(session.courierId)
  const labels = useDeskLabels()
  const complete = useCommand(useApi().fulfilment.completeBoxing, {
    done: each => t('floor.box.done', { count: each.filter(({ error }) => error === null).length, number }),
    onSuccess(each) {
      for (const { invoiceId, number: boxed, error } of each) if (error === null) labels({ id: invoiceId, number: boxed }, 'address')
      if (each.some(({ error }) => error !== null)) onRefused(each)
    },
  })
  const isCounted = typeof labelCount === 'number' && Number.isInteger(labelCount) && labelCount >= 1 && labelCount <= mostBoxes
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
      <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 2 }}>
        <IntegerInput
          label={t('floor.box.count')}
          hint={t('floor.box.countHint')}
          value={labelCount}
          onChange={setLabelCount}
          isRequired
          error={isCounted ? undefined : t('floor.box.countRange', { maximum: mostBoxes })}
        />
        <ReferenceInput
          label={t('fulfilment.fields.courierId')}
          hint={t('floor.box.courierHint')}
          source={couriers}
          value={courierId}
          onChange={setCourier}
        />
        {others.invoices.length > 0 && (
          <Box role="group" aria-label={t('floor.box.together', { customer: customerName })}>
            <Box sx={{ mb: 0.5 }}>{t('floor.box.together', { customer: customerName })}</Box>
            {others.invoices.map(other => (
              <FormControlLabel
                key={other.id}
                label={other.number}
                control={
                  <Checkbox
                    checked={together.includes(other.id)}
                    onChange={(_event, isOn) => setTogether(isOn ? [...together, other.id] : together.filter(one => one !== other.id))}
                  />
                }
              />
            ))}
            {others.rest > 0 && (
              <Box sx={{ color: 'text.secondary' }}>{t('floor.box.rest', { count: others.rest, formatted: integer(others.rest) })}</Box>
            )}
          </Box>
        )}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button
            variant="contained"
            size="large"
            disabled={!isProved || !isCounted}
            loading={complete.isPending}
            onClick={() =>
              isCounted && complete.mutate({ invoiceIds: [id, ...together], labelCount, ...proof, ...(courierId !== null && { courierId }) })
            }
          >
            {t('floor.box.complete')}
          </Button>
        </Box>
      </Paper>
      <Trays detail={detail} session={session} />
    </Box>
  )
}

/** Which trays are to be emptied, and what is to come out of each. */
function Trays({ detail: { containers, lines }, session }: Omit<StepProps, 'worker'>): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const full = containers.filter(({ packingSessionId }) => packingSessionId === session.id)
  const nameOf = new Map(lines.map(({ id, name }) => [id, name]))
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {full.map(({ id, kind, code, contents }) => {
        const pieces = contents.reduce((sum, { quantity }) => sum + quantity, 0)
        return (
          <Paper key={id} variant="outlined" component="section" aria-label={code} sx={{ p: 2, display: 'grid', gap: 1 }}>
            <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
              <Box component="b" sx={{ fontSize: '1.25rem' }}>
                {code}
              </Box>
              <Box sx={{ color: 'text.secondary' }}>
                {t(`fulfilment.kinds.${kind}`)} · {t('floor.pack.pieces', { count: pieces, quantity: integer(pieces) })}
              </Box>
            </Box>
            {contents.map(({ lineId, quantity }) => (
              <Box key={lineId} sx={{ display: 'flex', gap: 1.5 }}>
                <Box component="b" sx={{ minWidth: 40, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                  {integer(quantity)}
                </Box>
                <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{nameOf.get(lineId)}</Box>
              </Box>
            ))}
          </Paper>
        )
      })}
    </Box>
  )
}

/** The customer's other invoices that wait to be boxed, and how many more than can be boxed at once. */
function useOthers(customerId: string, id: string): { readonly invoices: readonly Invoice[]; readonly rest: number } {
  const { data } = useLive(useApi().fulfilment.listInvoices, {
    filter: { customerId, status: ['BOXING'] },
    sort: [{ column: 'createdAt' }],
    pageSize: mostTogether,
    total: true,
  })
  const rows = data?.rows ?? []
  return { invoices: rows.filter(one => one.id !== id), rest: Math.max((data?.total ?? 0) - rows.length, 0) }
}
