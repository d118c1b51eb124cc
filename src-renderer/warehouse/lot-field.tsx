import { useEffect, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import type { LotRow } from '../../shared/warehouse/lots.ts'
import { SelectField } from '../components/select-field.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useEntryValue } from './entry-item.ts'
import { useEntryLots } from './entry-lots.ts'
import { useQuantityTexts } from './quantities.ts'

/** Which lot it is taken from: without a choice the oldest go first (WH-1), and the first of them is named. */
export function LotField({ place }: { readonly place: string }): ReactNode {
  const t = useText()
  const optionLabel = useLotLabel()
  const { setValue } = useFormContext()
  const lots = useEntryLots(place)
  const lotId = useEntryValue('lotId')
  // Another item, or another place: the lot is none of theirs.
  const isLost = lots !== undefined && lotId !== undefined && lots.every(lot => lot.lotId !== lotId)
  useEffect(() => {
    if (isLost) setValue('lotId', null)
  }, [isLost, setValue])
  const [oldest] = lots ?? []
  if (lots === undefined || oldest === undefined) return null
  return (
    <SelectField
      name="lotId"
      label={t('warehouse.lots.chosen')}
      noneLabel={t('warehouse.lots.oldestFirst', { lot: oldest.code })}
      options={lots.map(lot => ({ value: lot.lotId, label: optionLabel(lot) }))}
    />
  )
}

function useLotLabel(): (lot: LotRow) => string {
  const t = useText()
  const { day } = useFormats()
  const { full } = useQuantityTexts()
  return lot => {
    const params = { lot: lot.code, quantity: full(lot.available, lot) }
    return lot.expiresOn === null
      ? t('warehouse.lots.option', { ...params, day: day(lot.receivedDay) })
      : t('warehouse.lots.optionExpiry', { ...params, day: day(lot.expiresOn) })
  }
}
