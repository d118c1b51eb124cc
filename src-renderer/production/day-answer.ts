import type { DayAnswer } from '../../shared/production/daily.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** Says what became of a day: it counts, or it waits for somebody. */
export function useSayAnswer(number: string): (answer: DayAnswer, done?: string) => void {
  const t = useText()
  return ({ request }, done = t('production.day.saved', { number })) => showDone(request ? t('production.day.asked', { number: request.number }) : done)
}
