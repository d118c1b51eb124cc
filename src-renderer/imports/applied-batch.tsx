import TaskAlt from '@mui/icons-material/TaskAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { BatchDetail } from '../../shared/imports/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { newImportOf } from '../core/paths.ts'
import { useBatchLine } from './batch-line.ts'
import { KeepMapping } from './keep-mapping.tsx'
import { ImportSteps } from './import-steps.tsx'
import { targetPaths } from './paths.ts'
import { usePartText } from './part-choice.tsx'
import { savedCount } from './staged-batch.tsx'
import { RowsTable } from './rows-table.tsx'
import { useFields } from './wording.ts'

/** What an import brought in, where to see it, and the rows that were left out. */
export function AppliedBatch({ batch }: { readonly batch: BatchDetail }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const fields = useFields(batch.target)
  const { target, newCount, changedCount, sameCount, skippedCount, parts } = batch
  const saved = savedCount(batch)
  const partText = usePartText()
  return (
    <PageFrame title={batch.fileName} subtitle={useBatchLine(batch)} filters={<ImportSteps current="done" />}>
      <Paper variant="outlined">
        <EmptyState
          role="status" icon={<TaskAlt color="success" />} title={t(parts.length > 0 ? 'imports.batch.appliedRecords' : 'imports.batch.applied', { count: saved, shown: integer(saved) })}
          hint={parts.length > 0 ? parts.map(partText).join(' · ') : t('imports.batch.appliedHint', { fresh: integer(newCount), changed: integer(changedCount), same: integer(sameCount), skipped: integer(skippedCount) })}
          actions={(
            <>
              <Button variant="contained" component={Link} to={targetPaths[target]}>{t('imports.batch.open', { target: t(`imports.targets.${target}`) })}</Button>
              <Button variant="outlined" component={Link} to={newImportOf(target)}>{t('imports.batch.again')}</Button>
            </>
          )}
        />
      </Paper>
      {batch.setup.mappingId === null && <KeepMapping batch={batch} />}
      {skippedCount > 0 && (
        <>
          <Typography component="h2" variant="h2">{t('imports.batch.skippedRows')}</Typography>
          <Box sx={{ display: 'flex', height: 480 }}><RowsTable batch={batch} fields={fields} view={{ status: 'skipped' }} isBusy={false} /></Box>
        </>
      )}
    </PageFrame>
  )
}
