import DeleteSweep from '@mui/icons-material/DeleteSweepOutlined'
import Refresh from '@mui/icons-material/RefreshOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { BatchDetail } from '../../shared/imports/contract.ts'
import type { Decision, RowStatus } from '../../shared/imports/decision.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { PageFrame } from '../components/page-frame.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { newImportOf } from '../core/paths.ts'
import { useDecisions } from './decisions.ts'
import { FindingPanel } from './finding-panel.tsx'
import { importErrorText } from './import-errors.ts'
import { ImportSteps } from './import-steps.tsx'
import { PartChoice } from './part-choice.tsx'
import { PartTable } from './part-table.tsx'
import { RowsTable, type RowsView } from './rows-table.tsx'
import { useBatchLine } from './batch-line.ts'
import { useFields, useWording } from './wording.ts'

/** What needs the user first. */
const order: readonly RowStatus[] = ['faulty', 'new', 'changed', 'same', 'skipped']

/** Deciding about fewer rows takes so little time that a dialog would only flicker. */
const rowsThatTakeLong = 5000

/** An import that waits: what was found and what can be done about it, all rows by what becomes of them, and then all or nothing. */
export function StagedBatch({ batch }: { readonly batch: BatchDetail }): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const { integer } = useFormats()
  const navigate = useNavigate()
  const fields = useFields(batch.target)
  const wording = useWording(fields, batch.files)
  const subtitle = useBatchLine(batch)
  const { deciding, decide: send } = useDecisions(batch)
  const apply = useCommand(imports.applyImport, { showsErrors: true })
  const discard = useCommand(imports.discardImport, { done: () => t('imports.batch.discarded', { file: batch.fileName }), onSuccess: () => void navigate(newImportOf(batch.target)) })
  const counts = countsOf(batch)
  const [chosen, setChosen] = useState<RowsView>()
  const view = chosen ?? { status: order.find(status => counts[status] > 0) ?? 'new' }
  const { id, version, faultyCount, status } = batch
  const isStaged = status === 'STAGED'
  const isBusy = deciding.isRunning || apply.isPending || !isStaged
  const saved = savedCount(batch)
  const [part, setPart] = useState<TargetName>()
  const hasFindings = batch.findings.length > 0

  const show = (next: RowsView) => {
    setPart(undefined)
    setChosen(next)
  }
  const decide = (...decisions: readonly Decision[]) => {
    apply.reset()
    void send(decisions)
  }
  const recheck = <Button startIcon={<Refresh />} disabled={deciding.isRunning} onClick={() => decide()}>{t('imports.batch.recheck')}</Button>
  const error = apply.error ?? deciding.error
  return (
    <PageFrame
      title={batch.fileName} subtitle={subtitle} fills
      actions={(
        <>
          <Button startIcon={<DeleteSweep />} disabled={deciding.isRunning} onClick={() => discard.mutate({ id })}>{t('imports.batch.discard')}</Button>
          {recheck}
          <Button variant="contained" disabled={isBusy || faultyCount > 0} loading={apply.isPending} onClick={() => apply.mutate({ id, version })}>
            {saved === 0 && faultyCount === 0 ? t('imports.batch.applyNothing') : t(batch.parts.length > 0 ? 'imports.batch.applyRecords' : 'imports.batch.apply', { count: saved, shown: integer(saved) })}
          </Button>
        </>
      )}
      filters={(
        <Box sx={{ display: 'grid', gap: 1 }}>
          <ImportSteps current="check" />
          {error && <Alert severity="error" role="alert" action={error.code === 'import-stale' ? recheck : undefined}>{importErrorText(error, wording)}</Alert>}
          {!isStaged && !deciding.isRunning && <Alert severity="warning" action={recheck}>{t('imports.batch.cancelledCheck')}</Alert>}
          {batch.parts.length > 0 && <PartChoice batch={batch} part={part} onPart={setPart} />}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
            <Tabs value={part === undefined && 'status' in view ? view.status : false} onChange={(_event, next: RowStatus) => show({ status: next })} variant="scrollable" aria-label={t('imports.rows.status')} sx={{ flex: 1 }}>
              {order.map(one => <Tab key={one} value={one} label={`${t(`imports.statuses.${one}`)} (${integer(counts[one])})`} />)}
            </Tabs>
            <Typography variant="body2" role="status" sx={{ color: faultyCount > 0 ? 'warning.main' : 'success.main', fontWeight: 600 }}>
              {faultyCount > 0 ? t('imports.batch.waiting', { count: faultyCount, shown: integer(faultyCount) }) : t('imports.batch.ready')}
            </Typography>
          </Box>
        </Box>
      )}
    >
      <Box sx={{ flex: 1, minHeight: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: hasFindings ? 'minmax(300px, 340px) minmax(0, 1fr)' : 'minmax(0, 1fr)' }, gridTemplateRows: { xs: hasFindings ? 'auto minmax(420px, 1fr)' : 'minmax(0, 1fr)', lg: 'minmax(0, 1fr)' } }}>
        {hasFindings && <FindingPanel findings={batch.findings} fields={fields} isBusy={isBusy} onDecide={decide} onShow={({ reason, column }) => show({ reason, column })} />}
        <Box sx={{ display: 'flex', minHeight: 0, minWidth: 0 }}>
          {part !== undefined ? <PartTable key={part} batch={batch} part={part} /> : <RowsTable
            key={JSON.stringify(view)} batch={batch} fields={fields} view={view} isBusy={isBusy} onDecide={isStaged ? decide : undefined}
            onLeaveFinding={() => setChosen(undefined)}
          />}
        </Box>
      </Box>
      <ProgressDialog title={t('imports.deciding')} job={{ ...deciding, error: undefined, isRunning: deciding.isRunning && batch.rowCount > rowsThatTakeLong }} />
    </PageFrame>
  )
}

/** How many records an import would save: of a file of several lists, theirs. */
export function savedCount({ parts, newCount, changedCount }: BatchDetail): number {
  return parts.length === 0 ? newCount + changedCount : parts.reduce((sum, part) => sum + part.newCount + part.changedCount, 0)
}

export function countsOf({ newCount, changedCount, sameCount, faultyCount, skippedCount }: BatchDetail): Readonly<Record<RowStatus, number>> {
  return { new: newCount, changed: changedCount, same: sameCount, faulty: faultyCount, skipped: skippedCount }
}
