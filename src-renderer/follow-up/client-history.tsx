import PhoneDisabled from '@mui/icons-material/PhoneDisabledOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { FollowUp } from '../../shared/follow-up/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { channelIcons, OutcomeChip } from './looks.tsx'

const pageSize = 20

/** Every time somebody asked, the newest first. */
export function ClientHistory({ customerId }: { readonly customerId: string }): ReactNode {
  const t = useText()
  return (
    <Section title={t('followUp.page.history')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        <Page customerId={customerId} />
      </Box>
    </Section>
  )
}

/** One page of it, and the older ones once they are asked for. */
function Page({ customerId, cursor }: { readonly customerId: string; readonly cursor?: string }): ReactNode {
  const t = useText()
  const [isLonger, setLonger] = useState(false)
  const { data } = useLive(
    useApi().followUp.listFollowUps,
    { filter: { customerId }, pageSize, ...(cursor !== undefined && { cursor }) },
    { clears: true },
  )
  if (!data) return null
  if (data.rows.length === 0 && cursor === undefined)
    return (
      <li>
        <EmptyState icon={<PhoneDisabled />} title={t('followUp.page.noHistory')} hint={t('followUp.page.noHistoryHint')} />
      </li>
    )
  return (
    <>
      {data.rows.map(done => (
        <Done key={done.id} done={done} />
      ))}
      {data.next !== undefined && !isLonger && (
        <Box component="li" sx={{ p: 1 }}>
          <Button size="small" onClick={() => setLonger(true)}>
            {t('buttons.more')}
          </Button>
        </Box>
      )}
      {data.next !== undefined && isLonger && <Page customerId={customerId} cursor={data.next} />}
    </>
  )
}

function Done({
  done: { day: asked, channel, outcome, promised, nextDay, escalatedToName, notes, doneByName, outstanding },
}: {
  readonly done: FollowUp
}): ReactNode {
  const t = useText()
  const { day, money } = useFormats()
  const Icon = channelIcons[channel]
  const facts = [
    promised !== null &&
      (nextDay === null
        ? t('followUp.page.promised', { amount: money(promised) })
        : t('followUp.page.promisedFor', { amount: money(promised), day: day(nextDay) })),
    promised === null && nextDay !== null && t('followUp.page.next', { day: day(nextDay) }),
    escalatedToName !== null && t('followUp.page.escalatedTo', { who: escalatedToName }),
    t('followUp.page.outstandingThen', { amount: money(outstanding) }),
  ].filter(fact => fact !== false)
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, px: 2, py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Icon titleAccess={t(`followUp.channels.${channel}`)} sx={{ color: 'text.secondary', fontSize: 20, mt: 0.25 }} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}>
          <b>{day(asked)}</b>
          <OutcomeChip outcome={outcome} />
          <Box component="span" sx={{ ml: 'auto', color: 'text.secondary', fontSize: '0.8125rem' }}>
            {doneByName}
          </Box>
        </Box>
        {notes !== '' && <Box sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{notes}</Box>}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums' }}>{facts.join(' · ')}</Box>
      </Box>
    </Box>
  )
}
