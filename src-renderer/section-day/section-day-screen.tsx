import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { addDays, BusinessDaySchema, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import type { WorkerDay } from '../../shared/section-day/days.ts'
import { sumOf, sumsByUnit } from '../../shared/section-day/rules.ts'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { DateInput } from '../components/date-field.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useAdjustedTarget } from '../core/adjusted-target.ts'
import { StandingNow } from '../components/standing-now.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { AttendanceForm } from './attendance-form.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { LockState } from './lock-state.tsx'
import { lateEntriesPath } from './paths.ts'
import { WaitingOfDay } from './waiting-of-day.tsx'
import { WorkerGrid } from './worker-grid.tsx'

const parts = ['workers', 'waste', 'receipts', 'attendance'] as const
type Part = (typeof parts)[number]

/** A section's day: what each worker made, who was there, and whether the day is locked. Section, day and part are in the address. */
export function SectionDayScreen(): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  const [params, setParams] = useSearchParams()
  const named = BusinessDaySchema.safeParse(params.get('day'))
  const day = named.success ? named.data : (today())
  const part = parts.find(one => one === params.get('part')) ?? 'workers'
  const set = (name: 'day' | 'part', value: string) => setParams(before => {
    const next = new URLSearchParams(before)
    next.set(name, value)
    return next
  }, { replace: true })
  const { data, error, refetch } = useLive(useApi().sectionDay.getWorkerDay, { sectionId: section?.id ?? '', day }, { enabled: section !== undefined, clears: true })
  return (
    <PageFrame
      title={t('sectionDay.title')} fills
      filters={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
          <SectionField chosen={chosen} />
          <DayField day={day} onDay={next => set('day', next)} />
          <Tabs aria-label={t('sectionDay.title')} value={part} onChange={(_event, next: Part) => set('part', next)} sx={{ minHeight: 40 }}>
            {parts.map(one => <Tab key={one} value={one} label={t(`sectionDay.parts.${one}`)} sx={{ minHeight: 40 }} />)}
          </Tabs>
          {data && section && (
            <Box sx={{ flex: '1 1 auto', display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', columnGap: 2, rowGap: 1 }}>
              <Sums day={data} on={{ sectionId: section.id, day }} />
              <LockState lock={data.lock} lapsedAt={data.lapsedAt} sectionId={section.id} sectionName={section.name} day={day} />
            </Box>
          )}
        </Box>
      )}
    >
      {nothing}
      {section && day === today() && <StandingNow sectionId={section.id} />}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {section && <WaitingOfDay sectionId={section.id} sectionName={section.name} day={day} />}
      {data && section && <Part key={`${section.id}/${day}`} part={part} on={{ sectionId: section.id, day }} day={data} />}
    </PageFrame>
  )
}

function Part({ part, on, day }: { readonly part: Part; readonly on: { readonly sectionId: string; readonly day: string }; readonly day: WorkerDay }): ReactNode {
  const mayEnter = useMay()('process.enterDailyProduction')
  const [isLate, setLate] = useState(false)
  const isLocked = day.lock?.isLocked === true || day.lapsedAt !== null
  const shown = { ...on, rules: day.rules, isLocked: isLocked && !isLate, mayEnter }
  return (
    <>
      {isLocked && mayEnter && <LateStrip isLate={isLate} onLate={setLate} count={day.lateCount} sectionId={on.sectionId} />}
      {part === 'workers' && <WorkerGrid key={String(isLate)} shown={shown} entries={day.entries} workers={day.workers} />}
      {(part === 'waste' || part === 'receipts') && <LedgerPart key={`${part}/${isLate}`} part={part} shown={shown} />}
      {part === 'attendance' && <AttendanceForm shown={shown} sheet={day.sheet} workers={day.workers} entries={day.entries} />}
    </>
  )
}

/** What is found on paper after a day was locked is typed as always; saving it hands it to the queue. */
function LateStrip({ isLate, onLate, count, sectionId }: { readonly isLate: boolean; onLate(isLate: boolean): void; readonly count: number; readonly sectionId: string }): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { integer } = useFormats()
  return (
    <Box role="note" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 2, py: 0.75, borderRadius: 1, bgcolor: isLate ? 'tint.warning' : 'tint.neutral', color: isLate ? 'warning.main' : 'text.primary' }}>
      <Box component="span" sx={{ flex: '1 1 240px' }}>{t(isLate ? 'sectionDay.late.typing' : 'sectionDay.late.lockedHint')}</Box>
      {count > 0 && <Button size="small" onClick={() => void navigate(`${lateEntriesPath}?section=${sectionId}`)}>{t('sectionDay.late.waiting', { count, shown: integer(count) })}</Button>}
      <Button size="small" variant="outlined" onClick={() => onLate(!isLate)}>{t(isLate ? 'sectionDay.late.stop' : 'sectionDay.late.begin')}</Button>
    </Box>
  )
}

function DayField({ day, onDay }: { readonly day: BusinessDay; onDay(day: string): void }): ReactNode {
  const t = useText()
  const { today } = useFormats()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <IconButton aria-label={t('sectionDay.dayBefore')} onClick={() => onDay(addDays(day, -1))}><ChevronLeft /></IconButton>
      <Box sx={{ width: 180 }}><DateInput label={t('sectionDay.fields.day')} value={day} onChange={next => next !== null && next <= today() && BusinessDaySchema.safeParse(next).success && onDay(next)} /></Box>
      <IconButton aria-label={t('sectionDay.dayAfter')} disabled={day >= today()} onClick={() => onDay(addDays(day, 1))}><ChevronRight /></IconButton>
      {day !== today() && <Button size="small" onClick={() => onDay(today())}>{t('sectionDay.today')}</Button>}
    </Box>
  )
}

/** PX-11: what was made of each unit, of the target and of what was left of it when machines stood still. */
function Sums({ day: { entries, sheet }, on }: { readonly day: WorkerDay; readonly on: { readonly sectionId: string; readonly day: string } }): ReactNode {
  const t = useText()
  const { integer, plain } = useFormats()
  const { data: stood } = useLive(useApi().downtime.getSectionDowntime, on, { enabled: entries.length > 0, clears: true })
  const ratiosOf = useAdjustedTarget(stood)
  if (entries.length === 0 && !sheet) return null
  const { aimed, met, overtime } = sumOf(entries)
  const sums = sumsByUnit(entries).map(({ unitCode, places, actual, target }) => {
    const ratios = ratiosOf({ target, made: actual, places })
    const made = t('sectionDay.sums.made', { actual: `${plain(decimalText(actual))} ${unitCode}`, target: plain(decimalText(target)) })
    if (!ratios) return made
    return [`${made} (${ratios.ofTarget})`, ratios.isReduced && ratios.text].filter(Boolean).join(', ')
  })
  return (
    <Box component="span" sx={{ flex: '1 1 320px', color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      {[
        sheet && t('sectionDay.sums.attendance', { present: integer(sheet.presentCount), all: integer(sheet.presentCount + sheet.absentCount) }),
        ...sums,
        aimed > 0 && t('sectionDay.sums.met', { met: integer(met), all: integer(aimed) }),
        entries.length > 0 && t('sectionDay.sums.overtime', { hours: plain(decimalText(overtime)) }),
      ].filter(Boolean).join(' · ')}
    </Box>
  )
}
