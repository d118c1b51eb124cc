import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useWatch } from 'react-hook-form'
import { useState, type ReactNode } from 'react'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { FormKind } from '../../shared/production/forms.ts'
import type { PaperBatch } from '../../shared/production/paper-batches.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'

/** What a scanned form says of itself; without it the user's own section, today. */
export interface ScannedForm { readonly sectionId: string; readonly day: BusinessDay; readonly kind: FormKind }
export interface NewPaperProps { readonly form: ScannedForm | undefined; onMade(batch: Pick<PaperBatch, 'id'>): void; onClose(): void }

const days: Readonly<Record<FormKind, number>> = { DAY: 1, WEEK: 7 }

/** What is to be said of a paper before its lines are typed. */
export function NewPaper({ form, onMade, onClose }: NewPaperProps): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { today } = useFormats()
  const { sectionId: own } = useUser()
  const { data: sections } = useLive(production.listProductionSections, {})
  const [firstDay] = useState(form?.day ?? today())
  // What a form proposes is fixed when it opens.
  if (!sections) return null
  const proposed = sections.find(({ id }) => id === (form?.sectionId ?? own)) ?? sections[0]
  return (
    <FormDialog
      title={t('production.paper.addTitle')} subtitle={t('production.paper.addHint')} schema={production.createPaperBatch.procedure.input} saveLabel={t('production.paper.make')} onClose={onClose}
      values={{ sectionId: proposed?.id ?? '', firstDay, lastDay: form === undefined ? firstDay : addDays(firstDay, days[form.kind] - 1), writer: '', reason: '' }}
      save={async input => onMade(await production.createPaperBatch(input))}
    >
      <Unsent onOpen={onMade} />
      <SelectField name="sectionId" label={t('production.section')} options={sections.map(({ id, name }) => ({ value: id, label: name }))} isRequired />
      <PaperFields />
    </FormDialog>
  )
}

export function EditPaper({ batch, onClose }: { readonly batch: PaperBatch; onClose(): void }): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { id, version, number, firstDay, lastDay, writer, reason } = batch
  return (
    <FormDialog
      title={t('production.paper.edit')} subtitle={number} schema={production.updatePaperBatch.procedure.input} save={production.updatePaperBatch} onClose={onClose}
      values={{ id, version, firstDay, lastDay, writer, reason }} reread={async () => (await production.getPaperBatch({ id })).batch}
    >
      <PaperFields />
    </FormDialog>
  )
}

function PaperFields(): ReactNode {
  const t = useText()
  return (
    <>
      <FieldRow>
        <DateField name="firstDay" label={t('production.paper.fields.firstDay')} isRequired />
        <DateField name="lastDay" label={t('production.paper.fields.lastDay')} isRequired />
      </FieldRow>
      <TextField name="writer" label={t('production.fields.writer')} hint={t('production.paper.writerHint')} isRequired autoFocus />
      <TextField name="reason" label={t('production.paper.fields.reason')} hint={t('production.paper.reasonHint')} rows={2} isRequired />
    </>
  )
}

/** The same paper is not copied twice: what somebody began with for it is gone on with. */
function Unsent({ onOpen }: { onOpen(batch: Pick<PaperBatch, 'id'>): void }): ReactNode {
  const t = useText()
  const sectionId: unknown = useWatch({ name: 'sectionId' })
  const day: unknown = useWatch({ name: 'firstDay' })
  const { data } = useLive(
    useApi().production.listPaperBatches, { filter: { sectionId: String(sectionId), status: ['DRAFT', 'REJECTED'], fromDay: day as BusinessDay, toDay: day as BusinessDay }, pageSize: 1 },
    { enabled: typeof sectionId === 'string' && sectionId !== '' && typeof day === 'string' && day !== '' },
  )
  const begun = data?.rows[0]
  if (!begun) return null
  return (
    <Alert severity="info" action={<Button size="small" onClick={() => onOpen(begun)}>{t('production.paper.open')}</Button>}>
      {t('production.paper.openHint', { number: begun.number })}
    </Alert>
  )
}
