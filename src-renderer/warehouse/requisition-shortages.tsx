import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { Debt } from '../../shared/warehouse/debts.ts'
import { leftOf, missingOf } from '../../shared/warehouse/debt-rules.ts'
import { restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import type { Requisition, RequisitionDetail, RequisitionLine } from '../../shared/warehouse/requisitions.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { debtsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { DebtRequestDialog } from './debt-request-dialog.tsx'
import { useQuantityTexts } from './quantities.ts'

const mostDebts = 50

export interface RequisitionShortagesProps {
  readonly detail: RequisitionDetail
  /** By line, the debt that makes up what is missing. */
  readonly chosen: Readonly<Record<string, string | undefined>>
  /** Nothing where no goods are handed over here. */
  readonly onChoose: ((line: RequisitionLine, debt: Debt | undefined) => void) | undefined
}

/** WH-20: where the stock does not suffice, what there is is handed over and the rest waits, or is asked for as a debt and taken on it. */
export function RequisitionShortages({ detail: { requisition, lines }, chosen, onChoose }: RequisitionShortagesProps): ReactNode {
  const short = requisition.status === 'APPROVED' ? lines.filter(line => isPositive(missingOf(restOfLine(line), line.available))) : []
  if (short.length === 0) return null
  return (
    <Box sx={{ display: 'grid', gap: 1, p: 2 }}>
      {short.map(line => <ShortLine key={line.id} requisition={requisition} line={line} chosen={chosen[line.id]} onChoose={onChoose && (debt => onChoose(line, debt))} />)}
    </Box>
  )
}

interface ShortLineProps {
  readonly requisition: Requisition
  readonly line: RequisitionLine
  readonly chosen: string | undefined
  readonly onChoose: ((debt: Debt | undefined) => void) | undefined
}

function ShortLine({ requisition, line, chosen, onChoose }: ShortLineProps): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { full } = useQuantityTexts()
  const [isAsking, setAsking] = useState(false)
  const { sectionId, supplyLocationId: locationId, workOrderNumber } = requisition
  const { itemId, itemCode, itemName } = line
  const { data } = useLive(api.warehouse.listDebts, { filter: { itemId, locationId, sectionId, status: ['PENDING', 'SPV_APPROVED', 'APPROVED'] }, pageSize: mostDebts })
  const [rest, missing] = [restOfLine(line), missingOf(restOfLine(line), line.available)]
  const waiting = (data?.rows ?? []).filter(({ status }) => status !== 'APPROVED')
  const usable = (data?.rows ?? []).filter(debt => debt.status === 'APPROVED' && debt.writtenOffAt === null && isPositive(leftOf(debt)))
  const asks = data !== undefined && waiting.length === 0 && usable.length === 0 && may('process.requestMaterialDebt')
  return (
    <Alert severity={chosen === undefined ? 'warning' : 'info'} sx={{ alignItems: 'center', '& .MuiAlert-message': { flex: 1 } }} action={asks && <Button color="inherit" onClick={() => setAsking(true)}>{t('warehouse.debts.askFor', { quantity: full(missing, line) })}</Button>}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1 }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <b>{itemName}</b>{': '}
          {t('warehouse.requisitions.short', { available: full(line.available, line), rest: full(rest, line), missing: full(missing, line) })}
          {chosen !== undefined && requisition.storeLocationId !== null && ` ${t('warehouse.requisitions.onDebt')}`}
          {waiting.map(({ id, number }) => <Box key={id}><Link component={RouterLink} to={`${debtsPath}/${id}`}>{t('warehouse.requisitions.debtWaits', { number })}</Link></Box>)}
        </Box>
        {usable.length > 0 && onChoose && (
          <Box sx={{ flex: '0 1 380px', '& .MuiTextField-root': { width: '100%' } }}>
            <SelectInput
              label={`${t('warehouse.debts.useDebt')}: ${itemCode}`} value={chosen ?? null} noneLabel={t('warehouse.requisitions.onlyWhatIsThere')} onChange={id => onChoose(usable.find(debt => debt.id === id))}
              options={usable.map(debt => ({ value: debt.id, label: t('warehouse.debts.option', { number: debt.number, left: full(leftOf(debt), debt), section: debt.sectionName }) }))}
            />
          </Box>
        )}
      </Box>
      {isAsking && (
        <DebtRequestDialog
          start={{ item: { id: itemId, code: itemCode, name: itemName }, locationId, sectionId, workOrderNumber, required: decimalText(rest), quantity: decimalText(missing) }} onClose={() => setAsking(false)}
        />
      )}
    </Alert>
  )
}
