import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Standing } from '../../shared/downtime/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMinute } from '../core/minute.ts'
import { downtimePath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useStandingWords } from '../core/standing-words.ts'

export interface StandingStripProps {
  readonly standing: readonly Standing[]
  /** Where everything is of one section, it need not be named. */
  readonly hasSections?: boolean
  /** How many are told of, the longest first; the rest is counted. */
  readonly most?: number
}

/** What stands still now, red above a board: which machine, since when and why. Nothing where all runs. */
export function StandingStrip({ standing, hasSections = false, most = 6 }: StandingStripProps): ReactNode {
  const t = useText()
  const may = useMay()
  const { integer } = useFormats()
  const words = useStandingWords()
  useMinute()
  if (standing.length === 0) return null
  const rest = standing.length - most
  return (
    <Box role="status" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2, py: 1, borderRadius: 1, border: 1, borderColor: 'error.main', bgcolor: 'tint.error' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'error.main', fontWeight: 650 }}>
        <ReportProblem aria-hidden />
        {t('downtime.strip.title', { count: standing.length, shown: integer(standing.length) })}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, flex: '1 1 320px', listStyle: 'none', display: 'grid', columnGap: 3, rowGap: 0.5, gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))' }}>
        {standing.slice(0, most).map(record => (
          <Box component="li" key={record.id} sx={{ minWidth: 0 }}>
            <b>{words.place(record)}</b>
            {hasSections && (record.machineName ?? record.productionLineName) !== null && ` · ${record.sectionName}`}
            <Box component="span" sx={{ color: 'text.secondary' }}> – {words.since(record)} ({words.lasted(record)}): {record.reasonName}</Box>
          </Box>
        ))}
        {rest > 0 && <Box component="li" sx={{ color: 'text.secondary' }}>{t('downtime.strip.more', { count: rest, shown: integer(rest) })}</Box>}
      </Box>
      {may('process.readDailyProduction') && <Button component={Link} to={`${downtimePath}?section=${standing[0]!.sectionId}`} size="small" color="error">{t('downtime.strip.open')}</Button>}
    </Box>
  )
}
