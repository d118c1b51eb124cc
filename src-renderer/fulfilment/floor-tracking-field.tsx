import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { TextField } from '../components/text-field.tsx'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'

/** The number on the courier's slip, read by the scanner wherever the focus is. */
export function TrackingField({ name }: { readonly name: string }): ReactNode {
  const t = useText()
  const { setValue } = useFormContext()
  useScan(code => {
    setValue(name, code, { shouldDirty: true })
    return { isKnown: true, text: t('scan.taken', { field: t('fulfilment.fields.trackingNumber'), name: code }) }
  }, 'entry')
  return <TextField name={name} label={t('fulfilment.fields.trackingNumber')} hint={t('floor.dispatch.trackingHint')} />
}
