import type { StageAnswer } from '../../shared/stages/work.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** Says what became of an entry: what it counted, the card it opened, or the request that the day waits for. */
export function useSayStage(): (answer: StageAnswer, done: string, reworkPieces?: string) => void {
  const t = useText()
  return ({ number, request }, done, reworkPieces) => {
    showDone(request ? t('stages.asked', { number: request.number }) : done)
    if (number !== null && reworkPieces !== undefined) showDone(t('stages.carded', { number, pieces: reworkPieces }))
  }
}
