import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useMemo, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { z } from 'zod'
import type { UseJudgement } from '../../shared/warehouse/uses.ts'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone, showError } from '../core/toasts.ts'
import { useEntryValue } from './entry-item.ts'
import { useQuantityTexts } from './quantities.ts'

const typingPause = 200
const severities = { NOTHING: 'success', REASON: 'warning', APPROVAL: 'error', WAITING: 'info' } as const satisfies Record<UseJudgement['need'], string>

/** BM-5: what posting the use that is typed would take, as the host will judge it; its reason, and a way to ask for the consent that it needs. */
export function UseGate(): ReactNode {
  const t = useText()
  const { previewUse } = useApi().warehouse
  const [workOrderId, itemId, quantity] = [useEntryValue('workOrderId'), useEntryValue('itemId'), useEntryValue('quantity')]
  const typed = useMemo(() => ({ workOrderId: workOrderId ?? '', itemId: itemId ?? '', quantity: quantity ?? '' }), [workOrderId, itemId, quantity])
  const asked = useDebounced(typed, typingPause)
  const isWhole = z.safeDecode(previewUse.procedure.input, asked).success
  const { data } = useLive(previewUse, asked, { enabled: isWhole, clears: true })
  if (!isWhole || data === undefined) return null
  if (data === null) return <Alert severity="info" role="status">{t('warehouse.uses.unnamed')}</Alert>
  const takesReason = data.need === 'REASON' || data.need === 'APPROVAL'
  return (
    <>
      <Judgement judgement={data} action={data.need === 'APPROVAL' && <AskButton use={asked} />} />
      {takesReason && <TextField name="reason" label={t('fields.reason')} hint={t('warehouse.uses.reasonHint')} isRequired rows={2} />}
    </>
  )
}

function Judgement({ judgement, action }: { readonly judgement: UseJudgement; readonly action: ReactNode }): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const { percent } = useFormats()
  const { need, verdict, actual, expected, variancePercent, requestNumber, acceptedByName, deciders } = judgement
  const figures = t('warehouse.uses.figures', { actual: full(actual, judgement), expected: full(expected, judgement), difference: percent(variancePercent) })
  const words = { number: requestNumber ?? '', deciders: deciders.join(', ') }
  const consequence = acceptedByName === null
    ? t(`warehouse.uses.needs.${verdict === 'WARNING' ? 'WARNING' : need}`, words)
    : t('warehouse.uses.accepted', { name: acceptedByName })
  return <Alert severity={verdict === 'WARNING' ? 'warning' : severities[need]} role="status" action={action}>{figures} {consequence}</Alert>
}

interface AskedUse { readonly workOrderId: string; readonly itemId: string; readonly quantity: string }

/** Sends the request with the reason that is typed, and leaves the entry as it stands: it is posted once somebody has agreed. */
function AskButton({ use }: { readonly use: AskedUse }): ReactNode {
  const t = useText()
  const { requestUse } = useApi().warehouse
  const { setError, setFocus } = useFormContext()
  const reason = useEntryValue('reason')
  const [isAsking, setAsking] = useState(false)
  async function ask(): Promise<void> {
    if (reason === undefined) {
      setError('reason', { message: t('errors.reason-needed') })
      return setFocus('reason')
    }
    setAsking(true)
    try {
      const { number } = await requestUse({ ...use, reason })
      showDone(t('warehouse.uses.asked', { number }))
    } catch (thrown) {
      showError(thrown)
    } finally {
      setAsking(false)
    }
  }
  return <Button color="inherit" loading={isAsking} onClick={() => void ask()}>{t('warehouse.uses.ask')}</Button>
}
