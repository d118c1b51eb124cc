import DoneAll from '@mui/icons-material/DoneAllOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Checkbox from '@mui/material/Checkbox'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AttendanceSheet, WorkerDay } from '../../shared/section-day/days.ts'
import { askedOnSheet } from '../../shared/section-day/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { TextInput } from '../components/text-field.tsx'
import { RefusedLines } from '../components/refused-lines.tsx'
import { useApi } from '../core/api.ts'
import { errorText, issuesOf } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { isOfDay, onHandedIn } from '../core/late.ts'
import { useCommand } from '../core/live.ts'
import type { ShownDay } from './worker-definition.ts'

interface Line { readonly workerId: string; readonly code: string; readonly name: string; readonly isPresent: boolean; readonly notes: string }
/** What was ticked or typed here and is not saved, by worker, and on which version of the sheet that began. */
interface Touched { readonly lines: ReadonlyMap<string, Partial<Line>>; readonly since: number }

const untouched: Touched = { lines: new Map(), since: 0 }
interface FormProps { readonly shown: ShownDay; readonly sheet: AttendanceSheet | null; readonly workers: WorkerDay['workers'] }
interface AttendanceFormProps extends FormProps { readonly entries: WorkerDay['entries'] }

/** Who is there: everybody is, until one is unticked. Of a sheet that somebody else saves meanwhile all is shown but what was ticked or typed here. */
export function AttendanceForm({ shown, sheet, workers, entries }: AttendanceFormProps): ReactNode {
  return <Form key={`${shown.sectionId}/${shown.day}`} shown={shown} sheet={sheet} workers={askedOnSheet(workers, entries)} />
}

function Form({ shown: { sectionId, day, isLocked, mayEnter }, sheet, workers }: FormProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const [touched, setTouched] = useState(untouched)
  const save = useCommand(useApi().sectionDay.saveAttendance, {
    done: ({ presentCount, absentCount }) => t('sectionDay.attendance.saved', { present: integer(presentCount), absent: integer(absentCount) }), onSuccess: () => setTouched(untouched), showsErrors: true,
  })
  const sent = useRef(untouched)
  // What was ticked since it was sent stays.
  useEffect(() => onHandedIn(({ call, input }) => {
    if (call === 'sectionDay.saveAttendance' && isOfDay({ sectionId, day })(input)) setTouched(now => (now === sent.current ? untouched : now))
  }), [sectionId, day])
  const version = sheet?.version ?? 0
  const isTouched = touched.lines.size > 0
  const lines = linesOf(sheet, workers, touched.lines)
  const addable = workers.filter(({ id }) => !lines.some(({ workerId }) => workerId === id))
  const isReadOnly = isLocked || !mayEnter
  const absent = lines.filter(({ isPresent }) => !isPresent).length
  const change = (workerId: string, patch: Partial<Line>) => {
    setTouched(({ lines: before, since }) => ({ lines: new Map(before).set(workerId, { ...before.get(workerId), ...patch }), since: before.size > 0 ? since : version }))
  }
  const send = () => {
    sent.current = touched
    save.mutate({
      sectionId, day, ...(sheet && { version: sheet.version, notes: sheet.notes }), lines: lines.map(({ workerId, isPresent, notes }) => ({ workerId, status: isPresent ? 'PRESENT' : 'ABSENT', notes })),
    })
  }
  if (lines.length === 0) return <EmptyState title={t('sectionDay.attendance.none')} hint={t('sectionDay.attendance.noneHint')} />
  return (
    <Box data-unsaved={isTouched || undefined} sx={{ overflow: 'auto', minHeight: 0 }}>
      <Section
        title={t('sectionDay.attendance.title')} hint={sheet ? t('sectionDay.attendance.by', { name: sheet.enteredByName }) : t('sectionDay.attendance.new')}
        actions={(
          <>
            <StatusChip tone="good" label={t('sectionDay.attendance.present', { count: lines.length - absent, shown: integer(lines.length - absent) })} />
            <StatusChip tone={absent > 0 ? 'warning' : 'neutral'} label={t('sectionDay.attendance.absent', { count: absent, shown: integer(absent) })} />
            {!isReadOnly && <Button variant="contained" startIcon={<DoneAll />} disabled={sheet !== null && !isTouched} loading={save.isPending} onClick={send}>{t('sectionDay.attendance.save')}</Button>}
          </>
        )}
      >
        {isTouched && touched.since !== version && <Alert severity="info" sx={{ m: 1 }}>{t('sectionDay.attendance.others')}</Alert>}
        {save.error && <Alert severity="error" sx={{ m: 1 }}>{errorText(save.error)}{issuesOf(save.error).length > 0 && <RefusedLines issues={issuesOf(save.error)} nameOf={line => lines[line]?.name} />}</Alert>}
        <Box component="ul" sx={{ m: 0, p: 1, listStyle: 'none', display: 'grid', columnGap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(360px, 100%), 1fr))' }}>
          {lines.map(({ workerId, code, name, isPresent, notes }) => (
            <Box component="li" key={workerId} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 48, borderBottom: 1, borderColor: 'divider' }}>
              <FormControlLabel
                sx={{ flex: '1 1 auto', minWidth: 0, m: 0 }} disabled={isReadOnly}
                control={<Checkbox checked={isPresent} onChange={(_event, isOn) => change(workerId, { isPresent: isOn, ...(isOn && { notes: '' }) })} />}
                label={<Box component="span" sx={{ ...(isPresent ? {} : { color: 'error.main', fontWeight: 600 }) }}>{name} <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>{code}</Box></Box>}
              />
              {!isPresent && (
                <Box sx={{ flex: '0 1 170px', minWidth: 110 }}>
                  <TextInput label={t('sectionDay.attendance.why')} value={notes} isDisabled={isReadOnly} onChange={typed => change(workerId, { notes: typed })} />
                </Box>
              )}
            </Box>
          ))}
        </Box>
        {addable.length > 0 && !isReadOnly && (
          <Box sx={{ p: 1, maxWidth: 360 }}>
            <SelectInput
              label={t('sectionDay.attendance.add')} value={null} options={addable.map(({ id, code, name }) => ({ value: id, label: `${name} · ${code}` }))}
              onChange={id => id !== null && change(id, { isPresent: true })}
            />
          </Box>
        )}
      </Section>
    </Box>
  )
}

/** Whoever stands on the sheet, and who was added to it here; of a day without one the section's own and who was lent to it. Who came to the section later was not there. */
function linesOf(sheet: AttendanceSheet | null, workers: WorkerDay['workers'], touched: Touched['lines']): Line[] {
  const kept = sheet
    ? sheet.lines.map(({ workerId, workerCode, workerName, status, notes }): Line => ({ workerId, code: workerCode, name: workerName, isPresent: status === 'PRESENT', notes }))
    : workers.map(({ id, code, name }): Line => ({ workerId: id, code, name, isPresent: true, notes: '' }))
  const added = workers.filter(({ id }) => touched.has(id) && !kept.some(({ workerId }) => workerId === id)).map(({ id, code, name }): Line => ({ workerId: id, code, name, isPresent: true, notes: '' }))
  return [...kept, ...added].map(line => ({ ...line, ...touched.get(line.workerId) }))
}
