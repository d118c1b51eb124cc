import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { useWaiting } from '../core/approvals.ts'
import { textOf, useText } from '../core/i18n.ts'

export interface WaitingLineProps {
  readonly request: { readonly id: string; readonly number: string; readonly kind: string }
  /** What the words of its kind name. */
  readonly subject: Readonly<Record<string, string>>
}

/** What is asked for about a record; decided right here by whoever may. */
export function WaitingLine({ request: { id, number, kind }, subject }: WaitingLineProps): ReactNode {
  const t = useText()
  const step = useWaiting().stepOf(id)
  const title = textOf(`approvals.kinds.${kind}.title`, subject) ?? ''
  return (
    <Alert severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={id} step={step} number={number} title={title} />}>
      {t('planning.orders.waiting', { number })}: {title}
    </Alert>
  )
}
