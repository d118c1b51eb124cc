import { useMemo } from 'react'
import { addDecimals, decimal, isPositive, subtractDecimals } from '../../shared/core/decimal.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { ArrivedLine, type AwaitedLine } from '../../shared/purchasing/receipts.ts'
import { restOf } from '../../shared/purchasing/rules.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import type { EntryGridDefinition } from '../components/entry-grid-definition.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** What came of one line, as it travels; the item is the order's and only read. */
export type ArrivedRow = { readonly itemId: string | null; readonly quantity: string | null; readonly supplierLot: string | null; readonly expiresOn: string | null; readonly locationId: string | null }

const schema = ArrivedLine.omit({ lineId: true }).extend({ itemId: IdSchema })

export function useReceiveDefinition(orderId: string, stores: readonly Store[]): EntryGridDefinition<ArrivedRow, AwaitedLine> {
  const t = useText()
  const { masters } = useApi()
  const formats = useFormats()
  return useMemo(() => ({
    name: 'purchasing.receive', subject: orderId, title: t('purchasing.receiving.title'), maximumRows: 500, schema, scanBy: 'itemId', pinsFirst: true,
    isIdle: ({ line }) => line.quantity === null && line.supplierLot === null && line.expiresOn === null && line.locationId === null,
    check: ({ line, data }) => (line.quantity === null || !data || fitsUnit(decimal(line.quantity), data.unitPlaces) ? [] : [{ column: 'quantity', reason: 'masters.issues.unit-places', params: { places: data.unitPlaces } }]),
    columns: [
      {
        kind: 'reference', name: 'itemId', label: t('purchasing.fields.item'), width: 210, grows: true, isReadOnly: () => true,
        reference: gridReference({ call: masters.findItems, option: ({ id, code, name }) => ({ id, code, name }) }, texts => masters.matchItems({ texts: [...texts] })),
      },
      { kind: 'computed', name: 'rest', label: t('purchasing.fields.rest'), width: 92, isNumber: true, text: ({ data }) => (!data ? '' : isPositive(restOf(data)) ? `${formats.decimal(restOf(data))} ${data.unitCode}` : t('purchasing.receiving.complete')) },
      { kind: 'decimal', name: 'quantity', label: t('purchasing.receiving.arrived'), width: 130, unit: ({ data }) => data?.unitCode },
      { kind: 'text', name: 'supplierLot', label: t('purchasing.receiving.supplierLot'), width: 110 },
      { kind: 'day', name: 'expiresOn', label: t('purchasing.receiving.expiresOn'), width: 112 },
      { kind: 'choice', name: 'locationId', label: t('purchasing.receiving.rowPlace'), width: 124, hint: t('purchasing.receiving.rowPlaceHint'), options: stores.map(({ id, name }) => ({ value: id, label: name })) },
      { kind: 'computed', name: 'ordered', label: t('purchasing.fields.quantity'), width: 96, isNumber: true, text: ({ data }) => (data ? `${formats.decimal(data.quantity)} ${data.unitCode}` : '') },
      {
        kind: 'computed', name: 'remark', label: t('purchasing.receiving.remark'), width: 176, isLoud: ({ line, data }) => excessOf(line, data) !== undefined,
        text: ({ line, data }) => {
          const excess = excessOf(line, data)
          return excess === undefined || !data ? '' : t('purchasing.receiving.more', { quantity: formats.decimal(excess), unit: data.unitCode })
        },
      },
    ],
  }), [t, masters, formats, orderId, stores])
}

/** By how much more has come than was ordered, with what is entered now. */
function excessOf({ quantity }: ArrivedRow, line: AwaitedLine | undefined) {
  if (quantity === null || !line) return undefined
  const excess = subtractDecimals(addDecimals(line.received, decimal(quantity)), line.quantity)
  return isPositive(excess) ? excess : undefined
}
