import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import { maximumPageSize } from '../../shared/core/list.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { IntegerInput } from '../components/number-field.tsx'
import { ReferenceInput } from '../components/reference-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useDeskLabels } from './floor-desk-printer.tsx'
import type { StepProps } from './floor-packing-table.tsx'
import { useCourierSource } from './floor-sources.ts'

const mostBoxes = 200

/** IF-8: out of the trays into boxes, alone or together with other invoices of the same customer. */
export function BoxingPanel({
  detail,
  session,
  worker: { proof, isProved },
  onRefused,
}: StepProps & { onRefused(results: readonly EachInvoice[]): void }): ReactNode {
  const { id, number, customerId, customerName } = detail
  const t = useText()
  const couriers = useCourierSource()
  const others = (useLive(useApi().fulfilment.listQueue, { status: 'BOXING', customerId, length: maximumPageSize }).data?.invoices ?? []).filter(one => one.id !== id)
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
    <Paper variant="outlined" sx={{ p: 2, display: 'grid', gap: 2, maxWidth: 640 }}>
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
      {others.length > 0 && (
        <Box role="group" aria-label={t('floor.box.together', { customer: customerName })}>
          <Box sx={{ mb: 0.5 }}>{t('floor.box.together', { customer: customerName })}</Box>
          {others.map(other => (
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
  )
}
