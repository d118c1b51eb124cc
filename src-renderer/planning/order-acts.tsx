import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ManufacturingDetail } from '../../shared/planning/manufacturing-orders.ts'
import { statusAfter, type ManufacturingAct } from '../../shared/planning/rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { OverrideButton } from '../components/override.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { OrderForm } from './order-form.tsx'
import { manufacturingOrderPath } from './paths.ts'

/** What was made, and what waits for its labels. */
function saidOf(t: ReturnType<typeof useText>, made: number, waiting: readonly string[]): string {
  const said = made === 0 ? t('planning.acts.nothingToGenerate') : t('planning.acts.generated', { count: made })
  return waiting.length === 0 ? said : `${said}${made === 0 ? '' : '.'} ${t('planning.acts.waitForLabels', { stages: waiting.join(', ') })}`
}

/** What can be done with an order by whoever looks at it. */
export function OrderActs({ order, waiting, isAllIn }: Pick<ManufacturingDetail, 'order' | 'waiting' | 'isAllIn'>): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'edit' | 'make' | 'change' | 'complete' | 'cancel'>()
  const { id, version, number } = order
  const at = { id, version }
  const isProduction = order.kind === 'PRODUCTION'
  const isDraft = order.status === 'DRAFT'
  const isPossible = (act: ManufacturingAct) => statusAfter(order.status, act) !== undefined
  const [mayUpdate, mayApprove] = [may('planning.update'), may('process.approveManufacturingOrder')]
  const release = useCommand(planning.releaseManufacturingOrder, { done: () => t('planning.acts.released', { number }) })
  const generate = useCommand(planning.generateWorkOrders, { done: ({ made, waiting }) => saidOf(t, made, waiting) })
  const close = () => setAsked(undefined)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {isProduction && isDraft && mayUpdate && <Button onClick={() => setAsked('edit')}>{t('planning.acts.edit')}</Button>}
      {isProduction && !isDraft && isPossible('cancel') && waiting.length === 0 && mayUpdate && <Button onClick={() => setAsked('change')}>{t('planning.acts.change')}</Button>}
      {isProduction && isPossible('force') && <OverrideButton kind="CLOSE_MANUFACTURING_ORDER" {...at} number={number} />}
      {isPossible('cancel') && mayApprove && <Button color="error" onClick={() => setAsked('cancel')}>{t('planning.acts.cancel')}</Button>}
      {isProduction && isAllIn && mayApprove && <Button variant="contained" onClick={() => setAsked('complete')}>{t('planning.acts.complete')}</Button>}
      {isProduction && isDraft && mayApprove && <Button variant="contained" loading={release.isPending} onClick={() => release.mutate(at)}>{t('planning.acts.release')}</Button>}
      {isProduction && isPossible('generate') && may('process.generateWorkOrder') && <Button variant="contained" loading={generate.isPending} onClick={() => generate.mutate(at)}>{t('planning.acts.generate')}</Button>}
      {!isProduction && isDraft && may('process.createManufacturingOrder') && <Button variant="contained" onClick={() => setAsked('make')}>{t('planning.sales.make')}</Button>}
      {asked === 'edit' && <OrderForm order={order} onClose={close} />}
      {asked === 'make' && <OrderForm buyer={order} onSaved={made => void navigate(manufacturingOrderPath(made.id))} onClose={close} />}
      {asked === 'change' && <ChangeDialog order={order} onClose={close} />}
      {asked === 'complete' && (
        <ConfirmWithReason
          title={`${t('planning.acts.complete')} — ${number}`} text={t('planning.acts.completeText', { number })} confirmLabel={t('planning.acts.complete')}
          onConfirm={async reason => {
            await planning.completeManufacturingOrder({ ...at, reason })
            showDone(t('planning.acts.completed', { number }))
          }}
          onDone={close} onCancel={close}
        />
      )}
      {asked === 'cancel' && (
        <ConfirmWithReason
          title={`${t('planning.acts.cancel')} — ${number}`} text={t('planning.acts.cancelText', { number })} confirmLabel={t('planning.acts.cancel')} isDangerous
          onConfirm={async reason => {
            await planning.cancelManufacturingOrder({ ...at, reason })
            showDone(t('planning.acts.cancelled', { number }))
          }}
          onDone={close} onCancel={close}
        />
      )}
    </Box>
  )
}
