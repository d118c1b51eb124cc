import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Standing } from '../../shared/downtime/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMinute } from '../core/minute.ts'
import { useStandingWords } from '../core/standing-words.ts'

const most = 6

/** What stands still now, the longest first: red, since when and why. */
export function StandingPage({ standing }: { readonly standing: readonly Standing[] }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const words = useStandingWords()
  useMinute()
  const rest = standing.length - most
  return (
    <>
      <Box component="h2" sx={{ m: 0, mb: '1vw', fontSize: '2.2vw', fontWeight: 650, color: 'text.secondary' }}>
        {t('downtime.strip.wall')}
      </Box>
      <Box sx={{ display: 'grid', gap: '0.8vw' }}>
        {standing.slice(0, most).map(record => (
          <Box
            key={record.id}
            sx={{
              display: 'grid',
              gridTemplateColumns: '3.4vw minmax(0, 5fr) minmax(0, 5fr) minmax(0, 3fr)',
              columnGap: '1.4vw',
              alignItems: 'center',
              px: '1.2vw',
              py: '0.8vw',
              borderRadius: 1,
              bgcolor: 'tint.error',
            }}
          >
            <PauseCircle aria-hidden sx={{ fontSize: '3vw', color: 'error.main' }} />
            <Box sx={{ minWidth: 0 }}>
              <Box component="b" sx={{ ...oneLine, display: 'block', fontSize: '2vw' }}>
                {words.place(record)}
              </Box>
              <Box sx={{ ...oneLine, fontSize: '1.5vw', color: 'text.secondary' }}>{record.sectionName}</Box>
            </Box>
            <Box sx={{ minWidth: 0 }}>
              <Box sx={{ ...oneLine, fontSize: '1.8vw', fontWeight: 650, color: 'error.main' }}>{record.reasonName}</Box>
              <Box sx={{ ...oneLine, fontSize: '1.5vw' }}>{record.notes}</Box>
            </Box>
            <Box sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              <Box component="b" sx={{ fontSize: '2vw' }}>
                {words.lasted(record)}
              </Box>
              <Box sx={{ fontSize: '1.5vw', color: 'text.secondary' }}>{words.since(record)}</Box>
            </Box>
          </Box>
        ))}
      </Box>
      {rest > 0 && (
        <Box sx={{ mt: '0.6vw', color: 'text.secondary' }}>{t('downtime.strip.more', { count: rest, shown: integer(rest) })}</Box>
      )}
    </>
  )
}

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
