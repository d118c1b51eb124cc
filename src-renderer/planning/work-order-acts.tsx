import Checklist from '@mui/icons-material/ChecklistOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { compareDecimals } from '../../shared/core/decimal.ts'
import { openWorkOrders, workOrderAfter } from '../../shared/planning/rules.ts'
import type { WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import { OverrideButton } from '../components/override.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useCommand } from '../core/live.ts'
import { stageWorkPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { WorkOrderChangeDialog } from './work-order-change-dialog.tsx'

/** Whether less has come from the stages before than is wanted, but something. */
export function hasOnlySome({ workOrder, upstream, obstacles }: WorkOrderDetail): boolean {
  return workOrderAfter(workOrder.status, 'start') !== undefined && !obstacles.includes('upstream') && compareDecimals(upstream, workOrder.targetQuantity) < 0
}

/** What can be done with a work order. Stock that has come since is kept for it as it starts, so short material alone does not take the act away. */
export function WorkOrderActs({ detail }: { readonly detail: WorkOrderDetail }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { decimal } = useFormats()
  const may = useMay()
  const mayEnter = may('process.enterDailyProduction')
  const { workOrder, obstacles, upstream, waiting } = detail
  const { id, version, number, status } = workOrder
  const mayChange = may('process.requestModification') && openWorkOrders.some(open => open === status) && waiting.every(({ kind }) => kind.startsWith('DAY_'))
  const isHeldBack = workOrderAfter(status, 'start') !== undefined && obstacles.some(obstacle => obstacle !== 'upstream')
  const [isChanging, setChanging] = useState(false)
  const start = useCommand(planning.startWorkOrder, { done: () => t('planning.work.started', { number }) })
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(planning.printWorkOrder)
  async function print(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  const isPartial = hasOnlySome(detail)
  const isReady = workOrderAfter(status, 'start') !== undefined && obstacles.every(obstacle => obstacle === 'material')
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button startIcon={<Print />} disabled={printing.isRunning} onClick={() => void print()}>{t('planning.work.print')}</Button>
      {detail.hasStageWork && status !== 'VOIDED' && <Button component={RouterLink} to={stageWorkPath(id)} startIcon={<Checklist />}>{t('stages.open')}</Button>}
      {isHeldBack && <OverrideButton kind="UNLOCK_WORK_ORDER" id={id} version={version} number={number} />}
      {mayChange && <Button onClick={() => setChanging(true)}>{t('planning.changes.ask')}</Button>}
      {isChanging && <WorkOrderChangeDialog workOrder={workOrder} onClose={() => setChanging(false)} />}
      {mayEnter && isReady && (
        <Button variant="contained" loading={start.isPending} onClick={() => start.mutate({ id, version, isPartial })}>
          {isPartial ? t('planning.work.startPart', { pieces: decimal(upstream) }) : t('planning.work.start')}
        </Button>
      )}
    </Box>
  )
}
