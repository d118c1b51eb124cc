import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { shiftMinutes, weeksOf, workDayOf } from '../../shared/masters/work-days.ts'
import { holidayMaster, workShiftMaster } from '../../shared/masters/workforce.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { CalendarDay, type DayAct } from './calendar-day.tsx'
import { CalendarMonthGrid } from './calendar-month.tsx'
import { MasterDrawer } from './master-drawer.tsx'
import { MasterForm } from './master-form.tsx'
import { presentations } from './presentations.ts'

/** A month of a work calendar: which days work, by which shifts, and which are holidays. */
export function CalendarScreen(): ReactNode {
  const t = useText()
  const { today, language, integer } = useFormats()
  const { masters } = useApi()
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState<BusinessDay>(today())
  const [isOpen, setOpen] = useState(false)
  const [act, setAct] = useState<DayAct>()
  const month = chosen.slice(0, 7)
  const { data: calendars, error, refetch } = useLive(masters.listWorkCalendars, { filter: { isActive: true }, pageSize: 200 })
  const workCalendarId = params.get('id') ?? calendars?.rows[0]?.id
  const asked = { filter: { workCalendarId: workCalendarId ?? '', isActive: true }, pageSize: 200 }
  const { data: shifts } = useLive(masters.listWorkShifts, asked, { enabled: workCalendarId !== undefined, clears: true })
  const { data: holidays } = useLive(masters.listHolidays, { ...asked, sort: [{ column: 'day', descending: true }] }, { enabled: workCalendarId !== undefined, clears: true })
  if (error) return <PageFrame title={t('masters.calendar.title')} fills><FailureState error={error} onRetry={() => void refetch()} /></PageFrame>
  if (calendars?.rows.length === 0) return <PageFrame title={t('masters.calendar.title')} fills><EmptyState icon={<CalendarMonth />} title={t('masters.workCalendars.empty')} hint={t('masters.workCalendars.emptyHint')} /></PageFrame>

  const dayOf = (day: BusinessDay) => workDayOf(day, shifts?.rows ?? [], holidays?.rows ?? [])
  const weeks = weeksOf(month)
  const days = weeks.flat().filter(day => day.startsWith(month)).map(dayOf)
  const hours = Math.round(days.flatMap(({ shifts: working }) => working.map(shiftMinutes)).reduce((sum, minutes) => sum + minutes, 0) / 60)
  const monthName = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  const turn = (by: number) => setChosen(firstOfMonth(chosen, by))
  const closeAct = () => setAct(undefined)
  return (
    <PageFrame
      title={t('masters.calendar.title')} subtitle={t('masters.calendar.subtitle')} fills
      filters={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
          <Box sx={{ minWidth: 240 }}>
            <SelectInput
              label={t('fields.workCalendarId')} value={workCalendarId ?? null} onChange={id => id !== null && setParams({ id }, { replace: true })}
              options={(calendars?.rows ?? []).map(({ id, code, name }) => ({ value: id, label: `${code} — ${name}` }))}
            />
          </Box>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <IconButton aria-label={t('masters.calendar.before')} onClick={() => turn(-1)}><ChevronLeft /></IconButton>
            <Typography component="h2" variant="h2" aria-live="polite" sx={{ minWidth: 160, textAlign: 'center' }}>{monthName}</Typography>
            <IconButton aria-label={t('masters.calendar.after')} onClick={() => turn(1)}><ChevronRight /></IconButton>
          </Box>
          <Button variant="outlined" onClick={() => setChosen(today())}>{t('masters.calendar.now')}</Button>
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
            {t('masters.calendar.summary', { days: integer(days.filter(({ shifts: working }) => working.length > 0).length), count: days.filter(({ holiday }) => holiday).length, hours: integer(hours) })}
          </Typography>
        </Box>
      )}
    >
      <Paper variant="outlined" sx={{ flex: 1, minHeight: 420, overflow: 'auto', display: 'flex' }}>
        <CalendarMonthGrid
          label={monthName} month={month} weeks={weeks.map(week => week.map(dayOf))} chosen={chosen} today={today()} onChoose={setChosen}
          onOpen={day => {
            setChosen(day)
            setOpen(true)
          }}
        />
      </Paper>
      {isOpen && <CalendarDay workDay={dayOf(chosen)} onAct={setAct} onClose={() => setOpen(false)} />}
      {act?.kind === 'holiday' && <MasterDrawer key={act.id} master={holidayMaster} presentation={presentations.holidays} id={act.id} onClose={closeAct} />}
      {act?.kind === 'shift' && <MasterDrawer key={act.id} master={workShiftMaster} presentation={presentations.workShifts} id={act.id} onClose={closeAct} />}
      {act?.kind === 'newHoliday' && <MasterForm master={holidayMaster} presentation={presentations.holidays} start={{ day: chosen, workCalendarId: workCalendarId ?? null }} onClose={closeAct} />}
      {act?.kind === 'newShift' && <MasterForm master={workShiftMaster} presentation={presentations.workShifts} start={{ workCalendarId: workCalendarId ?? null }} onClose={closeAct} />}
    </PageFrame>
  )
}

/** The first of the month so many months away. */
function firstOfMonth(day: BusinessDay, by: number): BusinessDay {
  const first = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + by, 1))
  return first.toISOString().slice(0, 10) as BusinessDay
}
