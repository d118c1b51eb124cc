import Add from '@mui/icons-material/Add'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { gatePassStatuses } from '../../shared/transfers/gate.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { useMay } from '../core/session.ts'
import { SendOutDialog } from './gate-dialogs.tsx'
import { useSections, useSubcontractors } from './gate-sources.ts'
import { GateChip } from './looks.tsx'
import { gatePassPath } from './paths.ts'

/** TR-9: what is at subcontractors, and what came back from them; what is still out first. */
export function GatePassesScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { transfers } = useApi()
  const { day, decimal, instant } = useFormats()
  const [sections, subcontractors] = [useSections(), useSubcontractors()]
  const maySend = useMay()('process.enterDailyProduction')
  const [isSending, setSending] = useState(false)
  useBegin({ new: maySend && (() => setSending(true)) })
  const open = ({ id }: { readonly id: string }) => void navigate(gatePassPath(id))
  const add = maySend && <Button variant="contained" startIcon={<Add />} onClick={() => setSending(true)}>{t('transfers.gate.add')}</Button>
  const field = (name: 'number' | 'status' | 'partnerId' | 'goods' | 'workOrderId' | 'quantity' | 'returnedQuantity' | 'rejectQuantity' | 'dueDay' | 'sectionId' | 'createdAt' | 'sentBy' | 'returnedAt' | 'notes') => t(`transfers.fields.${name}`)
  return (
    <PageFrame title={t('transfers.gate.title')} fills actions={add}>
      <BrowseTable
        name="transfers.gate" title={t('transfers.gate.title')} call={transfers.listGatePasses} onOpen={open} views={useSavedViews('transfers.gate')} start={{ filter: { status: 'OUT' } }}
        columns={[
          { name: 'number', label: field('number'), sorts: true, width: 145, value: pass => <b>{pass.number}</b> },
          { name: 'status', label: field('status'), width: 175, yields: true, value: pass => <GateChip pass={pass} /> },
          { name: 'partnerName', label: field('partnerId'), sorts: true, grow: 1, minWidth: 180, value: pass => pass.partnerName },
          { name: 'goods', label: field('goods'), grow: 2, minWidth: 220, yields: true, value: pass => pass.itemName ?? pass.articleName },
          { name: 'quantity', label: field('quantity'), sorts: true, kind: 'number', width: 85, value: pass => decimal(pass.quantity) },
          { name: 'remaining', label: t('transfers.gate.remaining'), kind: 'number', width: 130, value: pass => decimal(pass.remaining) },
          { name: 'dueDay', label: field('dueDay'), sorts: true, width: 120, value: pass => day(pass.dueDay) },
          { name: 'returnedQuantity', label: field('returnedQuantity'), kind: 'number', width: 110, yields: true, value: pass => decimal(pass.returnedQuantity) },
          { name: 'rejectQuantity', label: field('rejectQuantity'), kind: 'number', width: 120, yields: true, value: pass => decimal(pass.rejectQuantity) },
          { name: 'workOrder', label: field('workOrderId'), width: 190, yields: true, value: pass => pass.workOrderNumber },
          { name: 'sectionName', label: field('sectionId'), width: 110, yields: true, value: pass => pass.sectionName },
          { name: 'createdAt', label: field('createdAt'), sorts: true, width: 150, yields: true, value: pass => instant(pass.createdAt, 'short') },
          { name: 'sentBy', label: field('sentBy'), width: 150, isHidden: true, value: pass => pass.sentByName },
          { name: 'returnedAt', label: field('returnedAt'), width: 150, isHidden: true, value: pass => pass.returnedAt !== null && instant(pass.returnedAt, 'short') },
          { name: 'notes', label: field('notes'), width: 180, isHidden: true, value: pass => pass.notes },
        ]}
        filters={[
          { kind: 'enum', name: 'status', label: field('status'), options: gatePassStatuses.map(value => ({ value, label: t(`transfers.gatePassStatuses.${value}`) })) },
          { kind: 'boolean', name: 'isLate', label: field('dueDay'), yes: t('transfers.gate.late'), no: t('transfers.gate.onTime') },
          referenceFilter<ListQuery, 'partnerId'>({ name: 'partnerId', label: field('partnerId'), source: subcontractors }),
          referenceFilter<ListQuery, 'sectionId'>({ name: 'sectionId', label: field('sectionId'), source: sections }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: field('createdAt') },
        ]}
        empty={<EmptyState icon={<LocalShipping />} title={t('transfers.gate.empty')} hint={t('transfers.gate.emptyHint')} actions={add} />}
      />
      {isSending && <SendOutDialog onSent={open} onClose={() => setSending(false)} />}
    </PageFrame>
  )
}
