import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../core/i18n.ts'
import { calendarPath } from './special-paths.ts'

/** From the lists of calendars, shifts and holidays to what they make together. */
export function CalendarTools(): ReactNode {
  return <Button variant="outlined" startIcon={<CalendarMonth />} component={Link} to={calendarPath}>{useText()('masters.calendar.title')}</Button>
}
