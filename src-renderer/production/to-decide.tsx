import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { isPositive } from '../../shared/core/decimal.ts'
import type { DayToConfirm, WaitingOfSection } from '../../shared/production/section-day.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { WaitingOfOrders } from '../components/waiting-days.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useUser } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { ConfirmButton } from './day-dialog.tsx'
import { EntryChips } from './day-facts.tsx'

/** What was asked for about days of the section; decided here by whoever may. */
export function WaitingList({ waiting, sectionName }: { readonly waiting: readonly WaitingOfSection[]; readonly sectionName: string }): ReactNode {
  const t = useText()
  return (
    <Section title={t('production.today.waiting')}>
      <Box sx={{ p: 2, display: 'grid', gap: 1 }}>
        {waiting.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('production.today.noWaiting')}</Typography>}
        <WaitingOfOrders waiting={waiting} sectionName={sectionName} />
      </Box>
    </Section>
  )
}

/** What sections entered and nobody has confirmed yet. */
export function ConfirmList({ days }: { readonly days: readonly DayToConfirm[] }): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { day, decimal } = useFormats()
  const personName = usePersonName()
  const { id: userId } = useUser()
  const [isConfirming, setConfirming] = useState(false)
  const others = days.filter(({ enteredBy, changedBy }) => enteredBy !== userId && changedBy !== userId)
  async function confirmAll(): Promise<void> {
    setConfirming(true)
    try {
      showDone(t('production.today.confirmedAll', { count: (await production.confirmDays({ rows: others.map(({ id, version }) => ({ id, version })) })).length }))
    } catch (error) {
      showError(error)
    }
    setConfirming(false)
  }
  return (
    <Section
      title={t('production.today.toConfirm')}
      actions={others.length > 1 && <Button size="small" startIcon={<TaskAlt />} loading={isConfirming} onClick={() => void confirmAll()}>{t('production.today.confirmAll')}</Button>}
    >
      {days.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('production.today.noConfirm')}</Typography> : (
        <PlainTable
          label={t('production.today.toConfirm')}
          head={[t('production.calendar.workOrder'), t('production.fields.goodQuantity'), { words: '' }]}
          rows={days.map(one => ({
            key: one.id,
            cells: [
              <Box key="name" sx={{ display: 'grid', gap: 0.5 }}>
                <span><Box component="b" sx={{ whiteSpace: 'nowrap' }}>{one.number}</Box> {one.articleName}</span>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>{day(one.day)} · {personName(one.changedByName ?? one.enteredByName)}</Typography>
                <EntryChips entry={one} />
              </Box>,
              isPositive(one.rejectQuantity) ? `${decimal(one.goodQuantity)} (−${decimal(one.rejectQuantity)})` : decimal(one.goodQuantity),
              one.enteredBy === userId || one.changedBy === userId
                ? <Typography key="own" variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'normal', minWidth: 120 }}>{t('production.today.own')}</Typography>
                : <ConfirmButton key="confirm" entry={one} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}
