import Print from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OrderDetail, PurchaseOrder } from '../../shared/purchasing/orders.ts'
import { isWhole, statusAfter, type OrderAct } from '../../shared/purchasing/rules.ts'
import { ConfirmDialog, ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { OverrideButton } from '../components/override.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useCommand } from '../core/live.ts'
import { ordersPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { OrderForm } from './order-form.tsx'
import { receivePath } from './paths.ts'

type Reasoned = 'ask' | 'close' | 'cancel' | 'delete'
type Asked = Reasoned | 'edit' | 'withdraw'
export interface OrderActs { readonly buttons: ReactNode; readonly dialogs: ReactNode }

/** What can be done with an order by whoever looks at it, each act with its undo or its reason. */
export function useOrderActs({ order, lines, waiting, isLarge, manufacturing }: OrderDetail): OrderActs {
  const t = useText()
  const { purchasing } = useApi()
  const may = useMay()
  const [asked, setAsked] = useState<Asked>()
  const { number } = order
  const isPossible = (act: OrderAct) => statusAfter(order.status, act) !== undefined
  const mayUpdate = may('purchasing.update')
  const isFree = waiting.length === 0
  const mayApprove = may('process.approvePurchaseOrder') && (!isLarge || may('process.approveLargePurchaseOrder'))

  const approve = useCommand(purchasing.approveOrder, { done: () => t('purchasing.done.approved', { number }), ...(mayUpdate && { undo: ({ id, version }: PurchaseOrder) => purchasing.withdrawOrderApproval({ id, version }) }) })
  const send = useCommand(purchasing.sendOrder, { done: () => t('purchasing.done.sent', { number }), undo: ({ id, version }) => purchasing.withdrawOrderSending({ id, version }) })
  const withdraw = useCommand(purchasing.withdrawOrderApproval, { done: () => t('purchasing.done.draft', { number }) })
  const unsend = useCommand(purchasing.withdrawOrderSending, { done: () => t('purchasing.done.unsent', { number }) })
  const reopen = useCommand(purchasing.reopenOrder, { done: () => t('purchasing.done.reopened', { number }) })
  const close = useCommand(purchasing.closeOrder, { done: () => t('purchasing.done.closed', { number }), undo: ({ id, version }) => purchasing.reopenOrder({ id, version }) })
  const at = { id: order.id, version: order.version }
  const consequence = useConsequence(order, manufacturing)
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(purchasing.printOrder)
  async function print(): Promise<void> {
    const file = await printing.run({ id: order.id, language })
    if (file) transport.print(file)
  }

  const main: ReactNode[] = [
    isFree && isPossible('approve') && lines.length > 0 && (mayApprove
      ? <Button key="approve" variant="contained" loading={approve.isPending} onClick={() => approve.mutate(at)}>{t('purchasing.acts.approve')}</Button>
      : mayUpdate && <Button key="ask" variant="contained" onClick={() => setAsked('ask')}>{t('purchasing.acts.ask')}</Button>),
    mayUpdate && isPossible('send') && <Button key="send" variant="contained" loading={send.isPending} onClick={() => send.mutate(at)}>{t('purchasing.acts.send')}</Button>,
    may('warehouse.execute') && isPossible('receive') && <Button key="receive" variant="contained" component={Link} to={receivePath(order.id)}>{t('purchasing.acts.receive')}</Button>,
    mayUpdate && isPossible('close') && <Button key="close" variant={lines.every(isWhole) ? 'contained' : 'outlined'} loading={close.isPending} onClick={() => (lines.every(isWhole) ? close.mutate(at) : setAsked('close'))}>{t('purchasing.acts.close')}</Button>,
  ]
  const force = isPossible('approve') && lines.length > 0 && <OverrideButton kind="FORCE_PURCHASE_ORDER" {...at} number={number} />
  const paper = <Button key="print" startIcon={<Print />} disabled={printing.isRunning || lines.length === 0} onClick={() => void print()}>{t('purchasing.acts.print')}</Button>
  const others: ReactNode[] = !mayUpdate ? [] : [
    isFree && order.status === 'DRAFT' && <Button key="edit" onClick={() => setAsked('edit')}>{t('purchasing.acts.edit')}</Button>,
    isFree && isPossible('withdrawApproval') && <Button key="withdraw" loading={withdraw.isPending} onClick={() => (consequence === undefined ? withdraw.mutate(at) : setAsked('withdraw'))}>{t('purchasing.acts.withdrawApproval')}</Button>,
    isPossible('withdrawSending') && <Button key="unsend" onClick={() => unsend.mutate(at)}>{t('purchasing.acts.withdrawSending')}</Button>,
    isPossible('reopen') && <Button key="reopen" onClick={() => reopen.mutate(at)}>{t('purchasing.acts.reopen')}</Button>,
    isFree && isPossible('cancel') && <Button key="cancel" color="error" onClick={() => setAsked('cancel')}>{t('purchasing.acts.cancel')}</Button>,
    isFree && isPossible('delete') && <Button key="delete" color="error" onClick={() => setAsked('delete')}>{t('purchasing.acts.delete')}</Button>,
  ]
  return {
    buttons: <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{paper}{force}{others}{main}</Box>,
    dialogs: (
      <>
        {asked === 'edit' && <OrderForm order={order} onClose={() => setAsked(undefined)} />}
        {asked === 'withdraw' && (
          <ConfirmDialog
            title={`${t('purchasing.acts.withdrawApproval')} — ${number}`} text={consequence ?? ''} confirmLabel={t('purchasing.acts.withdrawApproval')} onCancel={() => setAsked(undefined)}
            onConfirm={() => {
              setAsked(undefined)
              withdraw.mutate(at)
            }}
          />
        )}
        {asked !== undefined && asked !== 'edit' && asked !== 'withdraw' && <ReasonDialog act={asked} order={order} consequence={consequence} onClose={() => setAsked(undefined)} />}
      </>
    ),
  }
}

/** What becomes of what is made, where the order is taken back. */
function useConsequence({ kind }: PurchaseOrder, manufacturing: OrderDetail['manufacturing']): string | undefined {
  const t = useText()
  if (manufacturing.length === 0 || kind === 'ACCESSORIES') return undefined
  return t(kind === 'FABRIC' ? 'purchasing.acts.alsoFabric' : 'purchasing.acts.alsoLabel', { made: manufacturing.map(({ number }) => number).join(', ') })
}

interface ReasonDialogProps { readonly act: Reasoned; readonly order: PurchaseOrder; readonly consequence: string | undefined; onClose(): void }

/** For what must be explained. */
function ReasonDialog({ act, order, consequence, onClose }: ReasonDialogProps): ReactNode {
  const t = useText()
  const { purchasing } = useApi()
  const navigate = useNavigate()
  const { id, version, number, partnerName: vendor } = order
  const work: Readonly<Record<Reasoned, (reason: string) => Promise<string>>> = {
    async ask(reason) {
      const { number: request } = await purchasing.requestOrderApproval({ id, version, reason })
      return t('purchasing.done.asked', { number, request })
    },
    async close(reason) {
      await purchasing.closeOrder({ id, version, reason })
      return t('purchasing.done.closed', { number })
    },
    async cancel(reason) {
      await purchasing.cancelOrder({ id, version, reason })
      return t('purchasing.done.cancelled', { number })
    },
    async delete(reason) {
      const { request } = await purchasing.deleteOrder({ id, version, reason })
      if (request !== null) return t('purchasing.done.asked', { number, request })
      void navigate(ordersPath)
      return t('purchasing.done.deleted', { number })
    },
  }
  const texts = { ask: t('purchasing.acts.askText', { number, vendor }), close: t('purchasing.acts.closeText', { number }), cancel: [t('purchasing.acts.cancelText', { number, vendor }), consequence].filter(Boolean).join(' '), delete: t('purchasing.acts.deleteText', { number, vendor }) }
  return (
    <ConfirmWithReason
      title={`${t(`purchasing.acts.${act}`)} — ${number}`} text={texts[act]} confirmLabel={t(`purchasing.acts.${act}`)} isDangerous={act === 'cancel' || act === 'delete'}
      onConfirm={async reason => showDone(await work[act](reason))} onDone={onClose} onCancel={onClose}
    />
  )
}
