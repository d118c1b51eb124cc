import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import EventNote from '@mui/icons-material/EventNoteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { FormMenu } from './form-menu.tsx'
import { monthAfter, monthOf, monthText } from './month.ts'

/** What a section's work orders put out, day by day: a month to type into as in a sheet. */
export function CalendarScreen(): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  const [params, setParams] = useSearchParams()
  const [isAll, setAll] = useState(false)
  const month = params.get('month') ?? monthOf(today())
  const asked = { sectionId: section?.id ?? '', month, asOf: today() }
  const { data, error, refetch } = useLive(useApi().production.getProductionCalendar, asked, { enabled: section !== undefined, clears: true })
  const rows = data?.filter(({ status, days }) => isAll || openWorkOrders.some(open => open === status) || days.some(({ day }) => day === today()))
  const setMonth = (next: string) => setParams(before => {
    const changed = new URLSearchParams(before)
    changed.set('month', next)
    return changed
  }, { replace: true })
  return (
    <PageFrame
      title={t('production.calendar.title')} fills actions={section && <FormMenu section={section} />}
      filters={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <SectionField chosen={chosen} />
          <MonthField month={month} onMonth={setMonth} />
          <ToggleButtonGroup exclusive size="small" value={isAll} aria-label={t('planning.fields.status')} onChange={(_event, all: boolean | null) => all !== null && setAll(all)}>
            <ToggleButton value={false}>{t('production.calendar.statuses.OPEN')}</ToggleButton>
            <ToggleButton value>{t('production.calendar.statuses.ALL')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      )}
    >
      {nothing}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {section && rows?.length === 0 && <EmptyState icon={<EventNote />} title={t('production.calendar.empty')} hint={t('production.calendar.emptyHint')} />}
      {section && rows && rows.length > 0 && <CalendarGrid key={`${section.id}/${month}/${isAll}`} rows={rows} shown={{ sectionId: section.id, month }} />}
    </PageFrame>
  )
}

function MonthField({ month, onMonth }: { readonly month: string; onMonth(month: string): void }): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const [language] = useLanguage()
  return (
    <Box role="group" aria-label={t('production.calendar.month')} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <IconButton aria-label={t('production.calendar.previous')} onClick={() => onMonth(monthAfter(month, -1))}><ChevronLeft /></IconButton>
      <Box component="b" sx={{ minWidth: 136, textAlign: 'center' }}>{monthText(month, language)}</Box>
      <IconButton aria-label={t('production.calendar.next')} disabled={month >= monthOf(today())} onClick={() => onMonth(monthAfter(month, 1))}><ChevronRight /></IconButton>
      {month !== monthOf(today()) && <Button size="small" onClick={() => onMonth(monthOf(today()))}>{t('production.calendar.thisMonth')}</Button>}
    </Box>
  )
}
