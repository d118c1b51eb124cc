import { useEffect, type ReactNode } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { textOf, useText } from '../core/i18n.ts'
import { settleRefused, tellHandedIn, useRefusedCalls } from '../core/late.ts'
import { showDone } from '../core/toasts.ts'

/** Offers to hand what a day that takes nothing any more refused to the queue of late entries, wherever it was typed; of several one after the other. */
export function LateOffer(): ReactNode {
  const t = useText()
  const { sectionDay } = useApi()
  const { refused: [first, ...others] } = useRefusedCalls()
  // What is offered belongs to who typed it: whoever comes after them is not asked.
  useEffect(() => () => useRefusedCalls.setState({ refused: [] }), [])
  if (!first) return null
  const { id, call, input, bar, params } = first
  const about = textOf(`sectionDay.calls.${call.split('.')[1]!}`) ?? ''
  const waiting = others.length > 0 ? ` ${t('sectionDay.offer.more', { count: others.length })}` : ''
  return (
    <ConfirmWithReason
      key={id} title={t('sectionDay.offer.title')} text={`${about}: ${errorText(new AppError(bar, params))}${waiting}`} reasonLabel={t('sectionDay.offer.reason')} confirmLabel={t('sectionDay.offer.confirm')}
      onConfirm={reason => sectionDay.keepLateEntry({ call, input, reason })}
      onDone={() => {
        settleRefused(first)
        tellHandedIn(first)
        showDone(t('sectionDay.offer.done'))
      }}
      onCancel={() => settleRefused(first)}
    />
  )
}
