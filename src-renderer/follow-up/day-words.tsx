import EventBusy from '@mui/icons-material/EventBusyOutlined'
import type { ReactNode } from 'react'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** How long ago somebody asked: what decides of the risk. */
export function useSince(): (day: string | null) => string {
  const t = useText()
  const { integer, today } = useFormats()
  return day => {
    if (day === null) return t('followUp.clients.never')
    const days = daysBetween(day as BusinessDay, today())
    return days <= 0 ? t('followUp.clients.today') : t('followUp.clients.since', { count: days, formatted: integer(days) })
  }
}

/** The day of the next follow-up; one that is past stands out. */
export function NextDay({ day: next }: { readonly day: string | null }): ReactNode {
  const { day, today } = useFormats()
  if (next === null) return null
  return next < today() ? <StatusChip tone="bad" icon={EventBusy} label={day(next)} /> : day(next)
}
