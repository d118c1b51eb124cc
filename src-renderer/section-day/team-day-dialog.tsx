import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useMemo, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { decimal, decimalText, zero, type Decimal } from '../../shared/core/decimal.ts'
import { operatorEfficiency } from '../../shared/section-day/standard-minutes.ts'
import type { TeamDay } from '../../shared/section-day/team-days.ts'
import { workedMinutes } from '../../shared/section-day/team-rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { DateField } from '../components/date-field.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { TargetChip } from './team-chips.tsx'

/** A team's day, for the first time. */
export function EnterTeamDay({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const { sectionDay, masters } = useApi()
  const { today } = useFormats()
  const source = useMemo(() => ({ call: masters.findProductionLines, option: ({ id, code, name }: ReferenceOption) => ({ id, code, name }) }), [masters])
  return (
    <FormDialog
      title={t('sectionDay.teams.enter')} schema={sectionDay.enterTeamDay.procedure.input} width="md" onClose={onClose}
      values={{ productionLineId: '', day: today(), targetEfficiency: null, actualEfficiency: '', standardMinutes: '', workers: '', shiftHours: '8', overtimeMinutes: '0', outputQuantity: null, loadedQuantity: null, workInProgress: null, incentive: '0', idleMinutes: '0', idleWorkers: '0', styleChanges: 0, notes: '' }}
      save={async input => showDone(t('sectionDay.teams.entered', { team: (await sectionDay.enterTeamDay(input)).lineName }))}
    >
      <FieldRow>
        <ReferenceField name="productionLineId" label={t('sectionDay.teams.team')} source={source} isRequired autoFocus />
        <DateField name="day" label={t('sectionDay.fields.day')} isRequired />
      </FieldRow>
      <TeamFields />
    </FormDialog>
  )
}

/** A team's day with all that follows from it: to be changed or removed by whoever enters them. */
export function TeamDayDialog({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const { data } = useLive(useApi().sectionDay.getTeamDay, { id }, { clears: true })
  const mayEnter = useMay()('process.enterDailyProduction')
  const [isChanging, setChanging] = useState(false)
  if (!data) return null
  if (isChanging) return <ChangeTeamDay row={data} onClose={() => setChanging(false)} />
  return <ShownTeamDay row={data} {...(mayEnter && { onChange: () => setChanging(true) })} onClose={onClose} />
}

function ChangeTeamDay({ row, onClose }: { readonly row: TeamDay; onClose(): void }): ReactNode {
  const t = useText()
  const { sectionDay } = useApi()
  const { day } = useFormats()
  return (
    <FormDialog
      title={t('sectionDay.teams.edit')} subtitle={`${row.lineName} · ${day(row.day)}`} schema={sectionDay.updateTeamDay.procedure.input} width="md" onClose={onClose}
      values={valuesOf(row)} reread={async () => valuesOf(await sectionDay.getTeamDay({ id: row.id }))}
      save={async input => showDone(t('sectionDay.teams.entered', { team: (await sectionDay.updateTeamDay(input)).lineName }))}
    >
      <TeamFields />
    </FormDialog>
  )
}

/** As a form holds it. */
function valuesOf({ id, version, styleChanges, notes, targetEfficiency, actualEfficiency, standardMinutes, workers, shiftHours, overtimeMinutes, outputQuantity, loadedQuantity, workInProgress, incentive, idleMinutes, idleWorkers }: TeamDay) {
  const text = (value: Decimal | null) => (value === null ? null : decimalText(value))
  return {
    id, version, styleChanges, notes, targetEfficiency: text(targetEfficiency), actualEfficiency: decimalText(actualEfficiency), standardMinutes: decimalText(standardMinutes), workers: decimalText(workers), shiftHours: decimalText(shiftHours),
    overtimeMinutes: decimalText(overtimeMinutes), outputQuantity: text(outputQuantity), loadedQuantity: text(loadedQuantity), workInProgress: text(workInProgress), incentive: decimalText(incentive), idleMinutes: decimalText(idleMinutes), idleWorkers: decimalText(idleWorkers),
  }
}

function TeamFields(): ReactNode {
  const t = useText()
  const label = (name: 'targetEfficiency' | 'actualEfficiency' | 'outputQuantity' | 'loadedQuantity' | 'standardMinutes' | 'workers' | 'shiftHours' | 'overtimeMinutes' | 'workInProgress' | 'incentive' | 'idleMinutes' | 'idleWorkers' | 'styleChanges') => ({ name, label: t(`sectionDay.fields.${name}`) })
  return (
    <>
      <FieldRow><DecimalField {...label('standardMinutes')} isRequired /><DecimalField {...label('workers')} isRequired /></FieldRow>
      <FieldRow><DecimalField {...label('shiftHours')} isRequired /><DecimalField {...label('overtimeMinutes')} /></FieldRow>
      <FieldRow><DecimalField {...label('outputQuantity')} hint={t('sectionDay.teams.outputHint')} /><EfficiencyField label={t('sectionDay.fields.actualEfficiency')} /></FieldRow>
      <FieldRow><DecimalField {...label('targetEfficiency')} /><DecimalField {...label('loadedQuantity')} hint={t('sectionDay.teams.loadedHint')} /></FieldRow>
      <FieldRow><DecimalField {...label('idleMinutes')} /><DecimalField {...label('idleWorkers')} /></FieldRow>
      <FieldRow><DecimalField {...label('workInProgress')} hint={t('sectionDay.teams.countedHint')} /><IntegerField {...label('styleChanges')} /></FieldRow>
      <FieldRow><DecimalField {...label('incentive')} /><TextField name="notes" label={t('sectionDay.fields.notes')} /></FieldRow>
    </>
  )
}

/** Typed, unless pieces were counted: then it follows from them as one types. */
function EfficiencyField({ label }: { readonly label: string }): ReactNode {
  const t = useText()
  const { plain } = useFormats()
  const typed = useFormContext().watch(['outputQuantity', 'standardMinutes', 'workers', 'shiftHours', 'overtimeMinutes']) as unknown[]
  const [output, standardMinutes, workers, shiftHours, overtimeMinutes] = typed.map(value => readDecimal(value))
  if (output === undefined) return <DecimalField name="actualEfficiency" label={label} />
  const worked = workers === undefined || shiftHours === undefined ? undefined : workedMinutes({ workers, shiftHours, overtimeMinutes: overtimeMinutes ?? zero })
  const efficiency = worked === undefined || standardMinutes === undefined ? null : operatorEfficiency(output, standardMinutes, worked)
  return <DecimalField name="actualEfficiency" label={label} isDisabled hint={efficiency === null ? t('sectionDay.teams.followsOutput') : t('sectionDay.teams.ofOutput', { percent: plain(decimalText(efficiency)) })} />
}

function readDecimal(value: unknown): Decimal | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  try {
    return text === '' ? undefined : decimal(text)
  } catch {
    return undefined
  }
}

function ShownTeamDay({ row, onChange, onClose }: { readonly row: TeamDay; onChange?(): void; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { sectionDay } = useApi()
  const { day, plain, integer } = useFormats()
  const [isRemoving, setRemoving] = useState(false)
  const figure = (value: Decimal | null) => (value === null ? '–' : plain(decimalText(value)))
  const field = (name: 'standardMinutes' | 'workers' | 'shiftHours' | 'overtimeMinutes' | 'loadedQuantity' | 'incentive' | 'idleMinutes' | 'idleWorkers') => ({ label: t(`sectionDay.fields.${name}`), value: figure(row[name]) })
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{row.lineName} · {day(row.day)}</DialogTitle>
      <DialogContent>
        <FactList
          facts={[
            { label: t('sectionDay.teams.efficiency'), value: <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}><b>{figure(row.actualEfficiency)}%</b><TargetChip isMet={row.isTargetMet} /></Box> },
            { label: t('sectionDay.teams.target'), value: row.targetEfficiency === null ? '–' : `${figure(row.targetEfficiency)}%` },
            { label: t('sectionDay.fields.sectionId'), value: row.sectionName }, field('standardMinutes'), field('workers'), field('shiftHours'), field('overtimeMinutes'),
            { label: t('sectionDay.teams.worked'), value: figure(row.worked) }, { label: t('sectionDay.teams.earned'), value: figure(row.earned) }, { label: t('sectionDay.teams.pieces'), value: figure(row.pieces) }, { label: t('sectionDay.teams.lineTarget'), value: figure(row.targetPieces) }, field('loadedQuantity'), { label: t('sectionDay.teams.lineWip'), value: figure(row.lineWip) },
            field('idleMinutes'), field('idleWorkers'), { label: t('sectionDay.teams.lost'), value: figure(row.lost) }, field('incentive'),
            { label: t('sectionDay.fields.styleChanges'), value: integer(row.styleChanges) }, ...(row.notes === '' ? [] : [{ label: t('sectionDay.fields.notes'), value: row.notes }]),
            { label: t('sectionDay.fields.enteredBy'), value: row.enteredByName }, ...(row.changedByName === null ? [] : [{ label: t('sectionDay.fields.changedBy'), value: row.changedByName }]),
          ]}
        />
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto' }}>{onChange && <Button color="error" startIcon={<Delete />} onClick={() => setRemoving(true)}>{t('sectionDay.teams.remove')}</Button>}</Box>
        {onChange && <Button variant="outlined" onClick={onChange}>{t('sectionDay.teams.edit')}</Button>}
        <Button onClick={onClose} autoFocus>{t('buttons.close')}</Button>
      </DialogActions>
      {isRemoving && (
        <ConfirmWithReason
          title={t('sectionDay.teams.removeTitle', { day: day(row.day), team: row.lineName })} text={t('sectionDay.teams.removeText')} confirmLabel={t('sectionDay.teams.remove')} isDangerous onCancel={() => setRemoving(false)}
          onConfirm={reason => sectionDay.removeTeamDay({ id: row.id, version: row.version, reason })}
          onDone={() => {
            showDone(t('sectionDay.teams.removed', { team: row.lineName }))
            onClose()
          }}
        />
      )}
    </Dialog>
  )
}
