import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { salesStatusAfter, type SalesAct } from '../../shared/planning/rules.ts'
import type { SalesLine, SalesOrder } from '../../shared/planning/sales-orders.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { SalesForm } from './sales-form.tsx'

/** What can be done with a buyer's order by whoever looks at it, each act with its undo or its reason. */
export function SalesActs({ order, lines }: { readonly order: SalesOrder; readonly lines: readonly SalesLine[] }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const may = useMay()
  const [asked, setAsked] = useState<'edit' | 'cancel'>()
  const { id, version, number } = order
  const at = { id, version }
  const isPossible = (act: SalesAct) => salesStatusAfter(order.status, act) !== undefined
  const [mayUpdate, mayApprove] = [may('planning.update'), may('planning.approve')]
  const isMade = lines.some(({ productionId }) => productionId !== null)

  const confirm = useCommand(planning.confirmSalesOrder, { done: () => t('planning.sales.confirmed', { number }), undo: after => planning.withdrawSalesOrder({ id: after.id, version: after.version }) })
  const withdraw = useCommand(planning.withdrawSalesOrder, { done: () => t('planning.sales.drafted', { number }) })
  const close = useCommand(planning.closeSalesOrder, { done: () => t('planning.sales.closed', { number }), undo: after => planning.reopenSalesOrder({ id: after.id, version: after.version }) })
  const reopen = useCommand(planning.reopenSalesOrder, { done: () => t('planning.sales.reopened', { number }) })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {mayUpdate && isPossible('edit') && <Button onClick={() => setAsked('edit')}>{t('planning.sales.change')}</Button>}
      {mayApprove && isPossible('withdraw') && !isMade && <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(at)}>{t('planning.sales.withdraw')}</Button>}
      {mayApprove && isPossible('cancel') && !isMade && <Button color="error" onClick={() => setAsked('cancel')}>{t('planning.sales.cancel')}</Button>}
      {mayUpdate && isPossible('reopen') && <Button loading={reopen.isPending} onClick={() => reopen.mutate(at)}>{t('planning.sales.reopen')}</Button>}
      {mayUpdate && isPossible('close') && <Button variant="outlined" loading={close.isPending} onClick={() => close.mutate(at)}>{t('planning.sales.close')}</Button>}
      {mayApprove && isPossible('confirm') && lines.length > 0 && <Button variant="contained" loading={confirm.isPending} onClick={() => confirm.mutate(at)}>{t('planning.sales.confirm')}</Button>}
      {asked === 'edit' && <SalesForm order={order} onClose={() => setAsked(undefined)} />}
      {asked === 'cancel' && (
        <ConfirmWithReason
          title={`${t('planning.sales.cancel')} — ${number}`} text={t('planning.sales.cancelText', { number, buyer: order.partnerName })} confirmLabel={t('planning.sales.cancel')} isDangerous
          onConfirm={async reason => {
            await planning.cancelSalesOrder({ ...at, reason })
            showDone(t('planning.sales.cancelled', { number }))
          }}
          onDone={() => setAsked(undefined)} onCancel={() => setAsked(undefined)}
        />
      )}
    </Box>
  )
}
