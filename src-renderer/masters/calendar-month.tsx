import EventBusy from '@mui/icons-material/EventBusyOutlined'
import Box from '@mui/material/Box'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { weekdayOf, type WorkDay } from '../../shared/masters/work-days.ts'
import { useKeyHints } from '../components/key-hints.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { week as weekdays } from './master-words.ts'

interface MonthProps {
  readonly label: string
  /** `2026-11`. */
  readonly month: string
  readonly weeks: readonly (readonly WorkDay[])[]
  readonly chosen: BusinessDay
  readonly today: BusinessDay
  onChoose(day: BusinessDay): void
  onOpen(day: BusinessDay): void
}

/** Days by weeks: arrows go from day to day, Page Up and Down from month to month, Enter opens. */
export function CalendarMonthGrid({ label, month, weeks, chosen, today, onChoose, onOpen }: MonthProps): ReactNode {
  const t = useText()
  useKeyHints(keys)
  const grid = useRef<HTMLTableElement>(null)
  const isMoving = useRef(false)
  useEffect(() => {
    if (isMoving.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
    isMoving.current = false
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moved(event.key, chosen)
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    isMoving.current = true
    onChoose(to)
  }
  return (
    <Box component="table" ref={grid} role="grid" aria-label={label} onKeyDown={onKeyDown} sx={{ width: '100%', minWidth: 560, borderCollapse: 'collapse', tableLayout: 'fixed', '& th': { py: 1, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 600 } }}>
      <thead>
        <tr>{weekdays.map(day => <th key={day} scope="col">{t(`masters.weekdayNames.${day}`)}</th>)}</tr>
      </thead>
      <tbody>
        {weeks.map(days => (
          <tr key={days[0]!.day}>
            {days.map(workDay => (
              <DayCell key={workDay.day} workDay={workDay} isOutside={!workDay.day.startsWith(month)} isChosen={workDay.day === chosen} isToday={workDay.day === today} onOpen={() => onOpen(workDay.day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

interface CellProps { readonly workDay: WorkDay; readonly isOutside: boolean; readonly isChosen: boolean; readonly isToday: boolean; onOpen(): void }

function DayCell({ workDay: { day, holiday, shifts }, isOutside, isChosen, isToday, onOpen }: CellProps): ReactNode {
  const t = useText()
  const formats = useFormats()
  const what = holiday ? `${t('masters.calendar.holiday')}: ${holiday.name}` : shifts.length === 0 ? t('masters.calendar.free') : shifts.map(({ name, startTime, endTime }) => `${name} ${startTime}–${endTime}`).join(', ')
  const ground = isOutside ? 'background.default' : holiday ? 'tint.error' : shifts.length === 0 ? 'tint.neutral' : 'background.paper'
  const [holidayText, shiftLook] = isOutside ? ['text.secondary', { color: 'text.secondary' }] : ['error.main', { bgcolor: 'tint.primary', color: 'primary.main' }]
  return (
    <Box
      component="td" role="gridcell" tabIndex={isChosen ? 0 : -1} aria-selected={isChosen} aria-current={isToday ? 'date' : undefined} aria-label={`${formats.day(day)}. ${what}`}
      onClick={onOpen} onKeyDown={(event: KeyboardEvent) => (event.key === 'Enter' || event.key === ' ') && (event.preventDefault(), onOpen())}
      sx={{
        height: 92, p: 0.5, verticalAlign: 'top', border: 1, borderColor: 'divider', bgcolor: ground, cursor: 'pointer', overflow: 'hidden', color: isOutside ? 'text.secondary' : undefined,
        '&:hover': { boxShadow: theme => `inset 0 0 0 2px ${theme.vars.palette.divider}` },
        '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -3 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        <Box component="span" sx={{ display: 'inline-flex', justifyContent: 'center', minWidth: 26, lineHeight: '26px', borderRadius: 13, fontWeight: 700, ...(isToday && { bgcolor: 'primary.main', color: 'primary.contrastText' }) }}>{Number(day.slice(8))}</Box>
        {holiday && <EventBusy aria-hidden sx={{ fontSize: 16, color: holidayText }} />}
      </Box>
      {holiday && <Box sx={{ color: holidayText, fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.25, overflowWrap: 'anywhere' }}>{holiday.name}</Box>}
      {!holiday && shifts.length === 0 && <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t('masters.calendar.free')}</Box>}
      {shifts.slice(0, shownShifts).map(({ id, name, startTime, endTime }) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 0.5, fontSize: '0.75rem', lineHeight: 1.35, px: 0.375, mb: 0.25, borderRadius: 0.5, ...shiftLook }}>
          <Box component="span" sx={{ fontWeight: 650 }}>{startTime}–{endTime}</Box>{name}
        </Box>
      ))}
      {shifts.length > shownShifts && <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{t('masters.calendar.more', { count: shifts.length - shownShifts })}</Box>}
    </Box>
  )
}

const shownShifts = 3

/** The day a key leads to. */
function moved(key: string, day: BusinessDay): BusinessDay | undefined {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, Home: 1 - weekdayOf(day), End: 7 - weekdayOf(day), PageUp: -28, PageDown: 28 }
  const step = steps[key]
  if (step === undefined) return undefined
  const to = addDays(day, step)
  // Four weeks away may still be the same month.
  return (key === 'PageUp' || key === 'PageDown') && to.slice(0, 7) === day.slice(0, 7) ? addDays(to, Math.sign(step) * 7) : to
}

const keys: Parameters<typeof useKeyHints>[0] = t => ({
  title: t('masters.calendar.title'),
  hints: [{ keys: ['←', '→', '↑', '↓'], text: t('masters.calendar.keys.days') }, { keys: ['PgUp', 'PgDn'], text: t('masters.calendar.keys.months') }, { keys: ['Enter'], text: t('masters.calendar.keys.open') }],
})
