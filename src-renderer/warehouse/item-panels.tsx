import Assignment from '@mui/icons-material/AssignmentOutlined'
import RequestQuote from '@mui/icons-material/RequestQuoteOutlined'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { openOf } from '../../shared/warehouse/debt-rules.ts'
import { restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ItemPanel } from '../core/item-panels.ts'
import { debtsPath, requisitionsPath } from '../core/paths.ts'
import { DebtStateChip, RiskChip } from './debt-words.tsx'
import { useQuantityTexts } from './quantities.ts'
import { RequisitionStatusChip } from './requisition-status.tsx'

interface Props { readonly itemId: string }

/** What sections asked for of one item, in writing. */
function ItemRequisitions({ itemId }: Props): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { day } = useFormats()
  const { full } = useQuantityTexts()
  const field = (name: 'number' | 'status' | 'section' | 'quantity' | 'rest' | 'neededBy' | 'requestedBy') => t(`warehouse.requisitions.fields.${name}`)
  return (
    <BrowseTable
      name="warehouse.requisitionsOfItem" title={t('warehouse.requisitions.title')} call={api.warehouse.listItemRequisitions} fixed={{ filter: { itemId } }} canSearch={false}
      onOpen={({ requisitionId }) => void navigate(`${requisitionsPath}/${requisitionId}`)}
      columns={[
        { name: 'number', label: field('number'), sorts: true, width: 164, value: line => <b>{line.number}</b> },
        { name: 'sectionName', label: field('section'), sorts: true, grow: 1, minWidth: 120, value: line => line.sectionName },
        { name: 'quantity', label: field('quantity'), kind: 'number', width: 124, value: line => full(line.quantity, line) },
        { name: 'rest', label: field('rest'), kind: 'number', width: 124, value: line => (line.isOpen ? <b>{full(restOfLine(line), line)}</b> : '–') },
        { name: 'neededBy', label: field('neededBy'), sorts: true, width: 116, value: line => day(line.neededBy) },
        { name: 'requestedBy', label: field('requestedBy'), width: 160, yields: true, value: line => line.requestedByName },
        { name: 'status', label: field('status'), width: 178, value: line => <RequisitionStatusChip status={line.status} /> },
      ]}
      filters={[{ kind: 'boolean', name: 'isOpen', label: field('rest'), yes: t('warehouse.requisitions.toHandOver'), no: t('warehouse.requisitions.nothingLeft') }]}
      empty={<EmptyState icon={<Assignment />} title={t('warehouse.requisitions.noneOfItem')} />}
    />
  )
}

/** What was let go beyond the stock of one item and is not settled, and what was. */
function ItemDebts({ itemId }: Props): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { day } = useFormats()
  const { full } = useQuantityTexts()
  const field = (name: 'number' | 'quantity' | 'state' | 'risk' | 'dueDay') => t(`warehouse.debts.fields.${name}`)
  return (
    <BrowseTable
      name="warehouse.debtsOfItem" title={t('warehouse.debts.title')} call={api.warehouse.listDebts} fixed={{ filter: { itemId } }} canSearch={false} onOpen={({ id }) => void navigate(`${debtsPath}/${id}`)}
      columns={[
        { name: 'number', label: field('number'), sorts: true, width: 160, value: debt => <b>{debt.number}</b> },
        { name: 'state', label: field('state'), width: 190, value: debt => <DebtStateChip debt={debt} /> },
        { name: 'risk', label: field('risk'), width: 110, yields: true, value: debt => <RiskChip risk={debt.risk} /> },
        { name: 'sectionName', label: t('warehouse.fields.section'), sorts: true, grow: 1, minWidth: 110, value: debt => debt.sectionName },
        { name: 'location', label: t('warehouse.fields.location'), width: 150, yields: true, value: debt => debt.locationName },
        { name: 'quantity', label: field('quantity'), sorts: true, kind: 'number', width: 124, value: debt => full(debt.quantity, debt) },
        { name: 'open', label: t('warehouse.debts.open'), kind: 'number', width: 124, value: debt => full(openOf(debt), debt) },
        { name: 'dueDay', label: field('dueDay'), sorts: true, width: 116, value: debt => day(debt.dueDay) },
      ]}
      filters={[{ kind: 'boolean', name: 'isOpen', label: t('warehouse.debts.open'), yes: t('warehouse.debts.onlyOpen'), no: t('warehouse.debts.notOpen') }]}
      empty={<EmptyState icon={<RequestQuote />} title={t('warehouse.debts.noneOfItem')} />}
    />
  )
}

export const warehouseItemPanels: readonly ItemPanel[] = [
  { name: 'requisitions', title: 'warehouse.requisitions.title', permission: 'warehouse.view', component: ItemRequisitions },
  { name: 'debts', title: 'warehouse.debts.title', permission: 'warehouse.view', component: ItemDebts },
]
