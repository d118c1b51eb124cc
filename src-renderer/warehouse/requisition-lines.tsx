import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState, type ReactNode } from 'react'
import { addDecimals, decimalText, isPositive, minDecimal, zero } from '../../shared/core/decimal.ts'
import type { AppError } from '../../shared/core/errors.ts'
import type { Debt } from '../../shared/warehouse/debts.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import { mayDo, restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import type { RequisitionDetail, RequisitionLine } from '../../shared/warehouse/requisitions.ts'
import { DecimalInput } from '../components/number-field.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { errorText, issueText, issuesOf } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { readQuantity, useQuantityTexts } from './quantities.ts'
import { useRequisitionScan } from './requisition-scan.ts'
import { RequisitionShortages } from './requisition-shortages.tsx'
import { useIsNarrow } from './stock-columns.tsx'

/** The items; whoever hands over enters how much of each goes now: as much as there is of the rest, until they say otherwise. */
export function RequisitionLines({ detail }: { readonly detail: RequisitionDetail }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { full } = useQuantityTexts()
  const isNarrow = useIsNarrow()
  const { requisition, lines } = detail
  const { id, version, number, status } = requisition
  const issues = may('warehouse.execute') && mayDo(status, 'issue', lines)
  // What was typed stands, whatever others do meanwhile; the other lines follow the stock.
  const [typed, setTyped] = useState<Readonly<Record<string, string | null>>>({})
  const quantityOf = (line: RequisitionLine) => typed[line.id] ?? (line.id in typed ? null : proposed(line))
  const [debts, setDebts] = useState<Readonly<Record<string, string | undefined>>>({})
  const inputs = useRef(new Map<string, HTMLElement>())
  useRequisitionScan(issues ? lines.filter(line => isPositive(restOfLine(line))) : [], (line, quantity) => {
    if (quantity !== undefined) setTyped({ ...typed, [line.id]: quantity })
    const input = inputs.current.get(line.id)
    input?.focus()
    if (input instanceof HTMLInputElement) input.select()
  })
  const startAnew = () => {
    setTyped({})
    setDebts({})
  }
  const issue = useCommand(api.warehouse.issueRequisition, { done: () => t('warehouse.requisitions.told.issued', { number }), showsErrors: true, onSuccess: startAnew })
  const now = lines.flatMap((line, at) => {
    const quantity = isPositive(restOfLine(line)) ? readQuantity(quantityOf(line)) : undefined
    return quantity !== undefined && isPositive(quantity) ? [{ at, input: { lineId: line.id, quantity: decimalText(quantity), debtId: debts[line.id] } }] : []
  })
  const problemOf = (at: number) => {
    const index = now.findIndex(one => one.at === at)
    const found = issuesOf(issue.error).find(({ path }) => path[1] === index)
    return found && issueText(found)
  }
  const told = (error: AppError) => issuesOf(error).map(one => `${lines[now[Number(one.path[1])]?.at ?? 0]?.itemName ?? ''}: ${issueText(one)}`).join(' ') || errorText(error)
  const choose = (line: RequisitionLine, debt: Debt | undefined) => {
    setDebts({ ...debts, [line.id]: debt?.id })
    setTyped({ ...typed, [line.id]: proposed(line, debt && leftOf(debt)) })
  }
  const field = (name: 'items' | 'quantity' | 'issued' | 'rest' | 'available' | 'now') => t(`warehouse.requisitions.fields.${name}`)
  return (
    <Section
      title={t('warehouse.requisitions.lines')} hint={t('warehouse.requisitions.linesHint')}
      actions={issues && <Button variant="contained" disabled={now.length === 0} loading={issue.isPending} onClick={() => issue.mutate({ id, version, lines: now.map(({ input }) => input) })}>{t('warehouse.requisitions.issue')}</Button>}
    >
      {issue.error && <Alert severity="error" sx={{ m: 2 }}>{told(issue.error)}</Alert>}
      <PlainTable
        label={t('warehouse.requisitions.lines')} head={[field('items'), ...(isNarrow && issues ? [] : [field('quantity'), field('issued')]), field('rest'), field('available'), ...(issues ? [field('now')] : [])]}
        rows={lines.map((line, at) => ({
          key: line.id,
          cells: [
            <Box key="item" component="span"><b>{line.itemCode}</b> {line.itemName} {line.isLow && status !== 'COMPLETED' && <StatusChip tone="warning" label={t('warehouse.requisitions.low')} />}</Box>,
            ...(isNarrow && issues ? [] : [full(line.quantity, line), full(line.issued, line)]), isPositive(restOfLine(line)) ? full(restOfLine(line), line) : t('warehouse.requisitions.done'), full(line.available, line),
            ...(issues ? [isPositive(restOfLine(line)) ? (
              <Box key="now" sx={{ minWidth: 150, textAlign: 'left' }}>
                <DecimalInput label={`${field('now')}: ${line.itemCode}`} unit={line.unitCode} value={quantityOf(line)} error={problemOf(at)} inputRef={input => void (input ? inputs.current.set(line.id, input) : inputs.current.delete(line.id))} onChange={value => setTyped({ ...typed, [line.id]: value })} />
              </Box>
            ) : ''] : []),
          ],
        }))}
      />
      <RequisitionShortages detail={detail} chosen={debts} onChoose={issues ? choose : undefined} />
    </Section>
  )
}

/** As much of the rest as there is, with what a debt allows beyond it. */
function proposed(line: RequisitionLine, onDebt = zero): string | null {
  const most = minDecimal(restOfLine(line), addDecimals(line.available, onDebt))
  return isPositive(most) ? decimalText(most) : null
}
