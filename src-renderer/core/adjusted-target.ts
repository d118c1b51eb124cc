import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import { lostOf } from '../../shared/downtime/lost.ts'
import { quantityRatios } from '../../shared/production/gates.ts'
import { useFormats } from './formats.ts'
import { useText } from './i18n.ts'
import { useMinute } from './minute.ts'
import { useStandingWords } from './standing-words.ts'

/** A target and what was made of it, in a unit of so many decimals; whole pieces unless said otherwise. */
interface Made { readonly target: Decimal; readonly made: Decimal; readonly places?: number }
export interface TargetWords { readonly ofTarget: string; readonly text: string; readonly isReduced: boolean }

/** PX-11 in words: what was made of a section's day's target, and of what was left of it when machines stood still, up to this minute. Nothing where no shift works. */
export function useAdjustedTarget(day: SectionDowntime | undefined): (of: Made) => TargetWords | undefined {
  const t = useText()
  const { plain } = useFormats()
  const { minutes } = useStandingWords()
  useMinute()
  return ({ target, made, places = 0 }) => {
    if (day === undefined || day.shiftMinutes === 0 || target <= 0) return undefined
    const { lost } = lostOf(day, new Date().toISOString())
    const { adjusted, ofTarget, ofAdjusted } = quantityRatios(made, target, { places, shiftMinutes: day.shiftMinutes, lostMinutes: lost })
    const percent = (value: Decimal | null) => (value === null ? '–' : `${plain(decimalText(value))}%`)
    return {
      ofTarget: percent(ofTarget), isReduced: lost > 0,
      text: t('downtime.figures.adjusted', { percent: percent(ofAdjusted), lost: minutes(lost), target: plain(decimalText(target)), adjusted: plain(decimalText(adjusted)) }),
    }
  }
}
