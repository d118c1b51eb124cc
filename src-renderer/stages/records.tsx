import Delete from '@mui/icons-material/DeleteOutlined'
import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { isZero } from '../../shared/core/decimal.ts'
import type { StageWork, StepRecord, StepWork } from '../../shared/stages/work.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useSayStage } from './answer.ts'
import { isHeld } from './held.ts'
import { StepDialog } from './step-dialog.tsx'

interface Shown { readonly step: StepWork; readonly record: StepRecord }

/** What was written at the steps on the day, to be changed or taken out. */
export function Records({ work }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const person = usePersonName()
  const mayEnter = useMay()('process.enterDailyProduction') && !isHeld(work)
  const [edited, setEdited] = useState<Shown>()
  const [removed, setRemoved] = useState<Shown>()
  const shown = work.steps.flatMap(step => step.records.map(record => ({ step, record }))).toSorted((a, b) => a.record.createdAt.localeCompare(b.record.createdAt))
  const orDash = (quantity: StepRecord['loss']) => (isZero(quantity) ? '–' : decimal(quantity))
  return (
    <Section title={t('stages.records')}>
      {shown.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('stages.noRecords')}</Typography> : (
        <PlainTable
          label={t('stages.records')}
          head={[t('stages.fields.stageStepId'), t('stages.fields.inputQuantity'), t('stages.fields.goodQuantity'), t('stages.fields.reworkQuantity'), t('stages.fields.scrapQuantity'), { prose: t('stages.fields.notes') }, { words: '\u00a0' }]}
          rows={shown.map(({ step, record }) => ({
            key: record.id,
            cells: [
              step.name, decimal(record.inputQuantity), decimal(record.goodQuantity), orDash(record.reworkQuantity), orDash(record.scrapQuantity),
              [record.cardNumber, record.defectReasonName, record.notes, person(record.enteredByName)].filter(Boolean).join(' · '),
              mayEnter && (
                <Box sx={{ display: 'flex', justifyContent: 'end' }}>
                  <IconButton aria-label={`${t('stages.edit')} ${step.name}`} onClick={() => setEdited({ step, record })}><Edit fontSize="small" /></IconButton>
                  <IconButton aria-label={`${t('stages.remove')} ${step.name}`} onClick={() => setRemoved({ step, record })}><Delete fontSize="small" /></IconButton>
                </Box>
              ),
            ],
          }))}
        />
      )}
      {edited && <StepDialog work={work} step={edited.step} record={edited.record} onClose={() => setEdited(undefined)} />}
      {removed && <RemoveRecord shown={removed} onClose={() => setRemoved(undefined)} />}
    </Section>
  )
}

function RemoveRecord({ shown: { step, record }, onClose }: { readonly shown: Shown; onClose(): void }): ReactNode {
  const t = useText()
  const { stages } = useApi()
  const { decimal } = useFormats()
  const say = useSayStage()
  return (
    <ConfirmWithReason
      title={t('stages.removeTitle', { step: step.name })} text={t('stages.removeText', { input: decimal(record.inputQuantity) })} confirmLabel={t('stages.remove')} isDangerous onCancel={onClose} onDone={onClose}
      onConfirm={async reason => say(await stages.removeStep({ id: record.id, version: record.version, reason }), t('stages.removed', { step: step.name }))}
    />
  )
}
