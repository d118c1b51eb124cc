import type { Downtime, Standing } from '../../shared/downtime/contract.ts'
import { wholeMinutes } from '../../shared/downtime/rules.ts'
import { useFormats } from './formats.ts'
import { useText } from './i18n.ts'

type Named = Pick<Downtime, 'machineName' | 'productionLineName' | 'sectionName'>
type Timed = Pick<Standing, 'startedAt'> & { readonly endedAt?: string | null }

export interface StandingWords {
  /** The machine or line, else the section as a whole. */
  place(record: Named): string
  /** `Sejak 10.30`; with the day where it was not today. */
  since(record: Timed): string
  /** Until now where it still stands. */
  lasted(record: Timed): string
  minutes(count: number): string
}

/** How what stands still is told, wherever it shows. */
export function useStandingWords(): StandingWords {
  const t = useText()
  const { time, instant, duration, dayOf, today } = useFormats()
  const minutes = (count: number) => (count === 0 ? t('downtime.noMinutes') : duration(count * 60))
  return {
    place: ({ machineName, productionLineName, sectionName }) => machineName ?? productionLineName ?? t('downtime.wholeOf', { section: sectionName }),
    since: ({ startedAt }) => (dayOf(startedAt) === today() ? t('downtime.since', { time: time(startedAt) }) : t('downtime.sinceDay', { instant: instant(startedAt, 'short') })),
    lasted: ({ startedAt, endedAt = null }) => minutes(wholeMinutes(startedAt, endedAt ?? new Date().toISOString())),
    minutes,
  }
}
