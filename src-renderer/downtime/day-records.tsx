import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Downtime } from '../../shared/downtime/contract.ts'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useStandingWords } from '../core/standing-words.ts'
import { StateChip } from './looks.tsx'

/** What stood still today, the newest first; each opens with all that is said of it. */
export function DayRecords({ records, onOpen }: { readonly records: readonly Downtime[]; onOpen(record: Downtime): void }): ReactNode {
  const t = useText()
  const { time, dayOf, today, instant } = useFormats()
  const words = useStandingWords()
  const clock = (at: string) => (dayOf(at) === today() ? time(at) : instant(at, 'short'))
  return (
    <Section title={t('downtime.today')}>
      {records.length === 0 && <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('downtime.noneToday')}</Typography>}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {records.toReversed().map(record => (
          <Box component="li" key={record.id} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <ButtonBase
              onClick={() => onOpen(record)}
              sx={{
                width: '100%', minHeight: 56, px: 2, py: 1, textAlign: 'left', display: 'grid', alignItems: 'center', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', md: '200px minmax(0, 1fr) minmax(0, 1fr) auto' },
                '&:hover': { bgcolor: 'action.hover' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
              }}
            >
              <Box sx={{ gridColumn: { xs: '1', md: 'auto' }, fontVariantNumeric: 'tabular-nums' }}>{clock(record.startedAt)} – {record.endedAt === null ? '…' : clock(record.endedAt)} · {words.lasted(record)}</Box>
              <Box sx={{ fontWeight: 600, gridColumn: { xs: '1', md: 'auto' } }}>{words.place(record)}</Box>
              <Box sx={{ color: 'text.secondary', gridColumn: { xs: '1', md: 'auto' } }}>{record.reasonName}{record.notes !== '' && ` · ${record.notes}`}</Box>
              <Box sx={{ gridColumn: { xs: '2', md: 'auto' }, gridRow: { xs: '1 / span 3', md: 'auto' } }}><StateChip record={record} /></Box>
            </ButtonBase>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
