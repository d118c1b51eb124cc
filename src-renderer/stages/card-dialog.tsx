import type { ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { ReworkCard } from '../../shared/stages/work.ts'
import { useDefectOptions } from '../components/choices.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useSayStage } from './answer.ts'

/** PX-12: every piece of a card is looked at again; at first all of them are taken to be good. */
export function CardDialog({ card, day, onClose }: { readonly card: ReworkCard; readonly day: string; onClose(): void }): ReactNode {
  const t = useText()
  const { stages } = useApi()
  const { decimal, integer, plain } = useFormats()
  const defects = useDefectOptions()
  const say = useSayStage()
  const { id, version, number } = card
  return (
    <FormDialog
      title={t('stages.inspectTitle', { number })} subtitle={t('stages.inspectHint', { open: decimal(card.openQuantity), cycle: integer(card.cycle), step: card.returnStepName })} width="xs" onClose={onClose}
      schema={stages.inspectRework.procedure.input} saveLabel={t('stages.inspect')}
      values={{ id, version, day: day, goodQuantity: decimalText(card.openQuantity), againQuantity: '0', scrapQuantity: '0', defectReasonId: null, notes: '', reason: '' }}
      save={async input => say(await stages.inspectRework(input), t('stages.inspected', { number, good: plain(input.goodQuantity) }))}
    >
      <DecimalField name="goodQuantity" label={t('stages.fields.goodQuantity')} unit={t('units.pieces')} isRequired autoFocus />
      <DecimalField name="againQuantity" label={t('stages.fields.againQuantity')} unit={t('units.pieces')} />
      <DecimalField name="scrapQuantity" label={t('stages.fields.scrapQuantity')} unit={t('units.pieces')} />
      <SelectField name="defectReasonId" label={t('stages.fields.defectReasonId')} options={defects} noneLabel={t('production.day.noDefect')} />
      <TextField name="reason" label={t('stages.fields.reason')} hint={t('stages.reasonHint')} rows={2} />
      <TextField name="notes" label={t('stages.fields.notes')} rows={2} />
    </FormDialog>
  )
}
