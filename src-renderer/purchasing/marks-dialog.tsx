import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { monthOf, monthsBefore } from '../../shared/periods/rules.ts'
import type { MonthScore } from '../../shared/purchasing/vendors.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

const monthsOffered = 12

/** What people judge a vendor by, for one month. */
export function MarksDialog({ partnerId, partnerName, months, onClose }: { readonly partnerId: string; readonly partnerName: string; readonly months: readonly MonthScore[]; onClose(): void }): ReactNode {
  const t = useText()
  const { purchasing } = useApi()
  const { today } = useFormats()
  const [month, setMonth] = useState<string>(monthOf(today()))
  const there = months.find(one => one.month === month)
  const offered = Array.from({ length: monthsOffered }, (_, back) => monthsBefore(monthOf(today()), back))
  return (
    <FormDialog
      key={month} title={t('purchasing.vendors.markTitle', { vendor: partnerName })} schema={purchasing.setVendorMarks.procedure.input} onClose={onClose}
      values={{
        partnerId, month, notes: there?.notes ?? '', ...(there && markEntries(there)),
      }}
      save={async input => {
        await purchasing.setVendorMarks(input)
        showDone(t('purchasing.done.marked', { vendor: partnerName }))
      }}
    >
      <SelectInput label={t('purchasing.vendors.month')} isRequired value={month} onChange={value => value !== null && setMonth(value)} options={offered.map(value => ({ value, label: value.split('-').reverse().join('-') }))} />
      <FieldRow>
        <DecimalField name="quality" label={t('purchasing.fields.quality')} isRequired autoFocus />
        <DecimalField name="price" label={t('purchasing.fields.price')} isRequired />
      </FieldRow>
      <FieldRow>
        <DecimalField name="responsiveness" label={t('purchasing.fields.responsiveness')} isRequired />
        <DecimalField name="flexibility" label={t('purchasing.fields.flexibility')} isRequired />
      </FieldRow>
      <TextField name="notes" label={t('purchasing.fields.notes')} rows={2} />
    </FormDialog>
  )
}

/** What was entered for the month already, as it travels. */
function markEntries({ version, quality, price, responsiveness, flexibility }: MonthScore) {
  if (version === null || quality === null || price === null || responsiveness === null || flexibility === null) return {}
  return { version, quality: decimalText(quality), price: decimalText(price), responsiveness: decimalText(responsiveness), flexibility: decimalText(flexibility) }
}
