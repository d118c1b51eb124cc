import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { PaymentAlert } from '../../shared/follow-up/contract.ts'
import { isForAnother } from '../../shared/follow-up/rules.ts'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { useEndWords } from './end-words.ts'
import { AlertChip } from './looks.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'

const lastEnded = 5

/** What there is to tell of a customer now, and what was told before. */
export function ClientAlerts({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useText()
  const { followUp } = useApi()
  const { data: open } = useLive(followUp.listAlerts, { filter: { customerId, isOpen: true } }, { clears: true })
  const { data: ended } = useLive(followUp.listAlerts, { filter: { customerId, isOpen: false }, pageSize: lastEnded }, { clears: true })
  const [resolved, setResolved] = useState<PaymentAlert>()
  if (!open || !ended) return null
  return (
    <Section title={t('followUp.page.alerts')}>
      <Box component="ul" sx={list}>
        {open.rows.length === 0 && (
          <Box component="li" sx={{ color: 'text.secondary' }}>
            {t('followUp.page.noAlerts')}
          </Box>
        )}
        {open.rows.map(alert => (
          <OpenAlert key={alert.id} alert={alert} onResolve={() => setResolved(alert)} />
        ))}
      </Box>
      {ended.rows.length > 0 && <Ended alerts={ended.rows} />}
      {resolved && <ResolveDialog alert={resolved} onClose={() => setResolved(undefined)} />}
    </Section>
  )
}

function OpenAlert({ alert, onResolve }: { readonly alert: PaymentAlert; onResolve(): void }): ReactNode {
  const t = useText()
  const may = useMay()
  const { id: userId } = useUser()
  const { day, dayOf } = useFormats()
  const isForOther = isForAnother(alert, userId)
  const told = [alert.assignedToName, day(dayOf(alert.createdAt))].filter(word => word !== null)
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <AlertChip kind={alert.kind} level={alert.level} />
      <Box component="span" sx={{ flex: '1 1 110px', color: 'text.secondary', fontSize: '0.8125rem' }}>
        {told.map(word => (
          <Box key={word} component="span" sx={{ display: 'inline-block', mr: 1 }}>
            {word}
          </Box>
        ))}
      </Box>
      {may('followUp.create') && !isForOther && (
        <Button size="small" onClick={onResolve}>
          {t('followUp.alerts.resolve')}
        </Button>
      )}
    </Box>
  )
}

function Ended({ alerts }: { readonly alerts: readonly PaymentAlert[] }): ReactNode {
  const t = useText()
  const endWords = useEndWords()
  return (
    <Box sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ px: 2, pt: 1.25, color: 'text.secondary', fontSize: '0.8125rem', fontWeight: 600 }}>{t('followUp.page.past')}</Box>
      <Box component="ul" sx={{ ...list, fontSize: '0.8125rem' }}>
        {alerts.map(alert => (
          <li key={alert.id}>
            {t(`followUp.kinds.${alert.kind}`)}
            <Box component="span" sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {endWords(alert)}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  )
}

const list = { m: 0, px: 2, py: 1.25, listStyle: 'none', display: 'grid', gap: 1 } as const
