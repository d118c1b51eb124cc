import EventBusy from '@mui/icons-material/EventBusyOutlined'
import AccessTime from '@mui/icons-material/AccessTimeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { weekdayOf, type WorkDay } from '../../shared/masters/work-days.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { week } from './master-words.ts'

/** What a day leads to. */
export type DayAct = { readonly kind: 'holiday' | 'shift'; readonly id: string } | { readonly kind: 'newHoliday' | 'newShift' }

interface DayProps { readonly workDay: WorkDay; onAct(act: DayAct): void; onClose(): void }

/** One day of the calendar: what works, or why nothing does, each to be opened; a holiday or a shift to be added. */
export function CalendarDay({ workDay: { day, holiday, shifts }, onAct, onClose }: DayProps): ReactNode {
  const t = useText()
  const formats = useFormats()
  const mayAdd = useMay()('masters.create')
  const titleId = useId()
  const go = (act: DayAct) => {
    onClose()
    onAct(act)
  }
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t(`masters.weekdayNames.${week[weekdayOf(day) - 1]!}`)}, {formats.day(day)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1 }}>
        {holiday && <Line icon={<EventBusy color="error" />} name={holiday.name} detail={t('masters.calendar.holidayHint')} onOpen={() => go({ kind: 'holiday', id: holiday.id })} />}
        {shifts.map(({ id, name, startTime, endTime, breakMinutes }) => (
          <Line key={id} icon={<AccessTime color="primary" />} name={name} detail={`${startTime}–${endTime} · ${t('masters.calendar.break', { minutes: breakMinutes })}`} onOpen={() => go({ kind: 'shift', id })} />
        ))}
        {!holiday && shifts.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('masters.calendar.freeHint')}</Typography>}
        {mayAdd && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
            {!holiday && <Button variant="outlined" startIcon={<EventBusy />} onClick={() => go({ kind: 'newHoliday' })}>{t('masters.holidays.add')}</Button>}
            <Button variant="outlined" startIcon={<AccessTime />} onClick={() => go({ kind: 'newShift' })}>{t('masters.workShifts.add')}</Button>
          </Box>
        )}
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}

interface LineProps { readonly icon: ReactNode; readonly name: string; readonly detail: string; onOpen(): void }

function Line({ icon, name, detail, onOpen }: LineProps): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 1.5, py: 1, border: 1, borderColor: 'divider', borderRadius: 1 }}>
      {icon}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Box>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{detail}</Typography>
      </Box>
      <Button size="small" aria-label={`${t('buttons.open')}: ${name}`} onClick={onOpen}>{t('buttons.open')}</Button>
    </Box>
  )
}
