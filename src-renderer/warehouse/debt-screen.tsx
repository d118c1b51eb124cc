import ArrowBack from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Skeleton from '@mui/material/Skeleton'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { decimalText, isPositive, isZero } from '../../shared/core/decimal.ts'
import { moneyText } from '../../shared/core/money.ts'
import type { Debt, DebtDetail } from '../../shared/warehouse/debts.ts'
import { leftOf, openOf, owedOf } from '../../shared/warehouse/debt-rules.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { DateField } from '../components/date-field.tsx'
import { FactList } from '../components/fact-list.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { OverrideBadge, OverrideButton } from '../components/override.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { debtsPath, recordPath } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { DebtMoves } from './debt-moves.tsx'
import { DebtStateChip, RiskChip } from './debt-words.tsx'
import { useQuantityTexts } from './quantities.ts'
import { TakeOnDebtDialog } from './take-on-debt-dialog.tsx'

/** One debt: how much of it is taken and settled, by which goods, and what can be done. */
export function DebtScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { id = '' } = useParams()
  const { data, error, refetch } = useLive(api.warehouse.getDebt, { id }, { clears: true })
  if (data) return <DebtPage detail={data} />
  return <PageFrame title={t('warehouse.debts.title')}>{error ? <FailureState error={error} onRetry={() => void refetch()} /> : <Skeleton variant="rounded" height={320} />}</PageFrame>
}

type Act = 'take' | 'plan' | 'close'

function DebtPage({ detail: { debt, issues, settlements } }: { readonly detail: DebtDetail }): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const [act, setAct] = useState<Act>()
  const field = (name: 'required' | 'quantity' | 'issued' | 'settled' | 'owed' | 'left') => t(`warehouse.debts.fields.${name}`)
  return (
    <PageFrame title={debt.number} subtitle={<Identity debt={debt} />} actions={<Acts debt={debt} onAct={setAct} />}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <OverrideBadge kind="APPROVE_DEBT" id={debt.id} />
        <FigureRow
          figures={[
            { label: field('required'), value: full(debt.required, debt) }, { label: field('quantity'), value: full(debt.quantity, debt), hint: t('warehouse.debts.shareHint', { share: decimalText(debt.share) }) },
            { label: field('issued'), value: full(debt.issued, debt) }, { label: field('settled'), value: full(debt.settled, debt) }, { label: field('owed'), value: full(owedOf(debt), debt) },
          ]}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(280px, 1fr) minmax(0, 2fr)' }, alignItems: 'start' }}>
          <Section title={t('warehouse.debts.about')}><Box sx={{ p: 2 }}><Facts debt={debt} /></Box></Section>
          <DebtMoves debt={debt} issues={issues} settlements={settlements} />
        </Box>
      </Box>
      {act === 'take' && <TakeOnDebtDialog debt={debt} onClose={() => setAct(undefined)} />}
      {act === 'plan' && <PlanDialog debt={debt} onClose={() => setAct(undefined)} />}
      {act === 'close' && <CloseDialog debt={debt} onClose={() => setAct(undefined)} />}
    </PageFrame>
  )
}

function Identity({ debt }: { readonly debt: Debt }): ReactNode {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={debtsPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('warehouse.debts.back')}</Button>
      <DebtStateChip debt={debt} /> <RiskChip risk={debt.risk} />
      <span>{debt.itemCode} · {debt.itemName}</span>
    </Box>
  )
}

function Acts({ debt, onAct }: { readonly debt: Debt; onAct(act: Act): void }): ReactNode {
  const t = useText()
  const may = useMay()
  const user = useUser()
  const isLive = debt.status === 'APPROVED' && debt.writtenOffAt === null
  const isOpen = isLive && !isZero(openOf(debt))
  return (
    <>
      {debt.requestId !== null && debt.status !== 'APPROVED' && <Button component={Link} to={recordPath('approvalRequest', debt.requestId)!}>{t('warehouse.debts.toRequest', { number: debt.requestNumber ?? '' })}</Button>}
      {debt.status !== 'APPROVED' && debt.writtenOffAt === null && <OverrideButton kind="APPROVE_DEBT" id={debt.id} version={debt.version} number={debt.number} />}
      {isOpen && may('warehouse.approve') && debt.requestedBy !== user.id && <Button color="error" onClick={() => onAct('close')}>{t('warehouse.debts.close')}</Button>}
      {debt.writtenOffAt === null && may('purchasing.update') && <Button onClick={() => onAct('plan')}>{t('warehouse.debts.plan')}</Button>}
      {isLive && isPositive(leftOf(debt)) && may('warehouse.execute') && <Button variant="contained" onClick={() => onAct('take')}>{t('warehouse.debts.take')}</Button>}
    </>
  )
}

function Facts({ debt }: { readonly debt: Debt }): ReactNode {
  const t = useText()
  const { day, instant, money } = useFormats()
  const field = (name: 'dueDay' | 'workOrderNumber' | 'reason' | 'requestedBy' | 'purchaseOrderNumber' | 'estimatedCost' | 'rushCost' | 'costImpact' | 'age') => t(`warehouse.debts.fields.${name}`)
  const costs = (['estimatedCost', 'rushCost', 'costImpact'] as const).flatMap(name => (debt[name] === undefined ? [] : [{ label: field(name), value: debt[name] === null ? '–' : money(debt[name]) }]))
  return (
    <FactList
      facts={[
        { label: t('warehouse.fields.section'), value: debt.sectionName }, { label: t('warehouse.fields.location'), value: debt.locationName },
        ...(debt.workOrderNumber === '' ? [] : [{ label: field('workOrderNumber'), value: debt.workOrderNumber }]),
        { label: field('reason'), value: debt.reason }, { label: field('requestedBy'), value: `${debt.requestedByName}, ${instant(debt.createdAt, 'short')}` },
        { label: field('dueDay'), value: day(debt.dueDay) },
        ...(debt.ageDays === null ? [] : [{ label: field('age'), value: t('warehouse.debts.days', { count: debt.ageDays }) }]),
        ...(debt.purchaseOrderNumber === '' ? [] : [{ label: field('purchaseOrderNumber'), value: <OrderLink debt={debt} /> }]),
        ...costs,
        ...(debt.writtenOffAt === null ? [] : [{ label: t('warehouse.debts.payments.WRITTEN_OFF'), value: `${debt.writtenOffByName}, ${instant(debt.writtenOffAt, 'short')}: ${debt.writeOffReason}` }]),
      ]}
    />
  )
}

/** The order by its number, which leads to it for those who may see it; a number that was typed before there was a reference stands as it is. */
function OrderLink({ debt: { purchaseOrderId, purchaseOrderNumber } }: { readonly debt: Debt }): ReactNode {
  const may = useMay()
  const path = purchaseOrderId === null ? null : recordPath('purchaseOrder', purchaseOrderId)
  return path && may('purchasing.view') ? <MuiLink component={Link} to={path}>{purchaseOrderNumber}</MuiLink> : purchaseOrderNumber
}

function PlanDialog({ debt, onClose }: { readonly debt: Debt; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { currency } = useFactory()
  const { itemId, purchaseOrderId, purchaseOrderNumber } = debt
  const orders = useMemo(() => ({ call: api.purchasing.findOrders, option: ({ id, code, name }: ReferenceOption) => ({ id, code, name }), input: { itemId } }), [api, itemId])
  const known = purchaseOrderId === null ? undefined : { id: purchaseOrderId, code: purchaseOrderNumber, name: '' }
  const typedBefore = purchaseOrderId === null && purchaseOrderNumber !== '' ? t('warehouse.debts.orderTyped', { number: purchaseOrderNumber }) : t('warehouse.debts.orderHint')
  const seesCosts = debt.estimatedCost !== undefined
  const amount = (value: Debt['rushCost']) => (value === null || value === undefined ? '' : moneyText(value))
  return (
    <FormDialog
      title={t('warehouse.debts.planTitle', { number: debt.number })} schema={api.warehouse.updateDebt.procedure.input} save={api.warehouse.updateDebt} onClose={onClose} onSaved={() => showDone(t('warehouse.debts.planned', { number: debt.number }))}
      values={{ id: debt.id, version: debt.version, dueDay: debt.dueDay, purchaseOrderId: debt.purchaseOrderId, ...(seesCosts && { estimatedCost: amount(debt.estimatedCost), rushCost: amount(debt.rushCost) }) }}
    >
      <FieldRow>
        <DateField name="dueDay" label={t('warehouse.debts.fields.dueDay')} isRequired autoFocus />
        <ReferenceField name="purchaseOrderId" label={t('warehouse.debts.fields.purchaseOrderNumber')} source={orders} known={known} hint={typedBefore} />
      </FieldRow>
      {seesCosts && (
        <FieldRow>
          <DecimalField name="estimatedCost" label={t('warehouse.debts.fields.estimatedCost')} unit={currency} />
          <DecimalField name="rushCost" label={t('warehouse.debts.fields.rushCost')} unit={currency} />
        </FieldRow>
      )}
    </FormDialog>
  )
}

function CloseDialog({ debt, onClose }: { readonly debt: Debt; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { full } = useQuantityTexts()
  return (
    <ConfirmWithReason
      title={t('warehouse.debts.closeTitle', { number: debt.number })} text={t('warehouse.debts.closeText', { owed: full(owedOf(debt), debt), place: debt.locationName })} confirmLabel={t('warehouse.debts.close')} isDangerous
      onCancel={onClose} onDone={onClose}
      onConfirm={async reason => {
        await api.warehouse.closeDebt({ id: debt.id, version: debt.version, reason })
        showDone(t('warehouse.debts.closed', { number: debt.number }))
      }}
    />
  )
}
