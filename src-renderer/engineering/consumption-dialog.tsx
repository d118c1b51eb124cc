import Alert from '@mui/material/Alert'
import { useMemo, type ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { ConversionEntry } from '../../shared/engineering/checks.ts'
import type { Verdict } from '../../shared/engineering/gates.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { errorText, issuesOf, issueText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { masterOption } from './sources.ts'

/** BM-5: what was used for so many pieces. */
export function ConsumptionDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const { engineering, masters } = useApi()
  const { percent } = useFormats()
  const { sectionId } = useUser()
  const sections = useMemo(() => ({ call: masters.findSections, option: masterOption }), [masters])
  const made = useMemo(() => ({ call: masters.findItems, option: masterOption, input: { kinds: ['WIP', 'FINISHED_GOOD'] as ('WIP' | 'FINISHED_GOOD')[] } }), [masters])
  const items = useMemo(() => ({ call: masters.findItems, option: masterOption }), [masters])
  const units = useMemo(() => ({ call: masters.findUnits, option: masterOption }), [masters])
  const told = ({ variancePercent, verdict, requestNumber }: ConversionEntry) => showDone(
    requestNumber === null ? t('engineering.consumption.done', { difference: percent(variancePercent), verdict: t(`engineering.verdicts.${verdict}`) }) : t('engineering.consumption.asked', { difference: percent(variancePercent), number: requestNumber }),
  )
  return (
    <FormDialog
      title={t('engineering.consumption.add')} subtitle={t('engineering.consumption.addHint')} schema={engineering.checkConsumption.procedure.input} onClose={onClose}
      values={{ sectionId: sectionId ?? '', itemId: '', componentItemId: '', pieces: '', quantity: '', unitId: '', reason: '' }} save={async input => told(await engineering.checkConsumption(input))}
    >
      <ReferenceField name="sectionId" label={t('fields.sectionId')} source={sections} isRequired autoFocus={!sectionId} />
      <ReferenceField name="itemId" label={t('engineering.consumption.made')} source={made} isRequired autoFocus={Boolean(sectionId)} />
      <DecimalField name="pieces" label={t('engineering.consumption.pieces')} isRequired />
      <ReferenceField name="componentItemId" label={t('engineering.fields.componentItemId')} source={items} isRequired />
      <FieldRow>
        <DecimalField name="quantity" label={t('engineering.fields.actual')} isRequired />
        <ReferenceField name="unitId" label={t('fields.unitId')} source={units} isRequired />
      </FieldRow>
      <ConsumptionPreview />
      <TextField name="reason" label={t('fields.reason')} hint={t('engineering.consumption.reasonHint')} rows={2} />
    </FormDialog>
  )
}

const severities = { OK: 'success', WARNING: 'warning', REVIEW: 'warning', BLOCKED: 'error' } as const satisfies Record<Verdict, string>

const typingPause = 200
const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the gates say of what is typed, as soon as all of it is there. */
function ConsumptionPreview(): ReactNode {
  const t = useText()
  const { previewConsumption } = useApi().engineering
  const { decimal, percent } = useFormats()
  const [sectionId, itemId, componentItemId, pieces, quantity, unitId] = useWatch({ name: ['sectionId', 'itemId', 'componentItemId', 'pieces', 'quantity', 'unitId'] }).map(text)
  const typed = useMemo(
    () => ({ sectionId: text(sectionId), itemId: text(itemId), componentItemId: text(componentItemId), pieces: text(pieces), quantity: text(quantity), unitId: text(unitId) }),
    [sectionId, itemId, componentItemId, pieces, quantity, unitId],
  )
  const asked = useDebounced(typed, typingPause)
  const isWhole = z.safeDecode(previewConsumption.procedure.input, asked).success
  const { data, error } = useLive(previewConsumption, asked, { enabled: isWhole, clears: true })
  if (!isWhole || (!data && !error)) return null
  if (!data) return <Alert severity="warning" role="status">{issuesOf(error).map(issue => issueText(issue))[0] ?? errorText(error)}</Alert>
  return (
    <Alert severity={severities[data.verdict]} role="status">
      {t('engineering.consumption.preview', {
        expected: decimal(data.expected), actual: decimal(data.actual), unit: data.ownUnitCode, difference: percent(data.variancePercent), verdict: t(`engineering.verdicts.${data.verdict}`),
      })}
    </Alert>
  )
}
