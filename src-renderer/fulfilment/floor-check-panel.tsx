import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { countOf } from '../../shared/fulfilment/counting.ts'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useCounting } from './floor-counting.ts'
import { CountedLines } from './floor-lines.tsx'
import { Progress } from './floor-progress.tsx'
import type { StepProps } from './floor-packing-table.tsx'
import { useSaver } from './floor-saver.ts'
import { forgetWork } from './floor-store.ts'

/** IF-6: what was picked is counted once more; the last scan finishes the check. */
export function CheckPanel({ detail: { id: invoiceId, number, lines }, session, worker: { proof, isProved, mayByHand } }: StepProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const work = `${session.id} ${session.checkingStartedAt}`
  const saver = useSaver((lineIds: string[]) => fulfilment.saveChecked({ invoiceId, lineIds, ...proof }))
  const finish = useCommand(fulfilment.finishChecking, { done: () => t('floor.check.done', { number }), onSuccess: finished })
  const takeOver = useCommand(fulfilment.startChecking, { done: () => t('floor.check.takenOver', { number }) })
  const counted = useCounting({
    session: work,
    lines,
    ticked: session.selectedLines,
    onTicked: lineIds => {
      if (isProved) saver.save(lineIds)
    },
    async onAllFull(lineIds) {
      if (!isProved) return t('floor.pick.badgeToComplete')
      await fulfilment.finishChecking({ invoiceId, lineIds, ...proof })
      finished()
      return t('floor.check.done', { number })
    },
  })
  function finished(): void {
    saver.drop()
    forgetWork(work)
  }
  const pieces = counted.lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const done = counted.lines.reduce((sum, { id }) => sum + countOf(counted.counts, id), 0)
  return (
    <>
      <Alert
        severity="info"
        action={
          <Button disabled={!isProved} loading={takeOver.isPending} onClick={() => takeOver.mutate({ invoiceId, ...proof })}>
            {t('floor.check.takeOver')}
          </Button>
        }
      >
        {t('floor.check.hint', { who: session.checkerName ?? '' })}
      </Alert>
      {saver.error && (
        <Alert severity="warning" action={<Button onClick={saver.retry}>{t('buttons.retry')}</Button>}>
          {t('floor.notSaved', { reason: errorText(saver.error) })}
        </Alert>
      )}
      <Progress done={done} pieces={pieces} />
      <CountedLines counted={counted} mayByHand={mayByHand} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button
          variant="contained"
          size="large"
          disabled={!isProved || !counted.isAllFull}
          loading={finish.isPending}
          onClick={() => finish.mutate({ invoiceId, lineIds: counted.whole, ...proof })}
        >
          {t('floor.check.finish')}
        </Button>
      </Box>
    </>
  )
}
