import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useEffect, useMemo, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { compareDecimals, isPositive } from '../../shared/core/decimal.ts'
import type { PaperBatchDetail, PaperLine } from '../../shared/production/paper-batches.ts'
import { EmptyState } from '../components/empty-state.tsx'
import type { GridEntry } from '../components/entry-grid-definition.ts'
import type { EntryGridHandle } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { recordPath } from '../core/paths.ts'
import { entryOf, paperRecords, recordOf, type PaperDay, type PaperRecord, type PaperRow } from './paper-definition.ts'

interface SheetProps { readonly detail: PaperBatchDetail; readonly grid: EntryGridHandle<PaperRow, PaperDay> }

/** The lines of the paper, typed as into a sheet; what stays empty is none. */
export function PaperSheet({ detail, grid }: SheetProps): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { today } = useFormats()
  const { id } = detail.batch
  const records = useMemo(() => paperRecords(detail, today()), [detail, today])
  async function save(entries: readonly GridEntry<PaperRow, PaperDay>[]): Promise<readonly PaperRecord[]> {
    const saved = await production.savePaperLines({ id, lines: entries.map(entryOf) })
    return entries.flatMap(({ data }, at) => (data ? [recordOf({ ...data, line: saved[at] ?? undefined })] : []))
  }
  async function reread(ids: readonly string[]): Promise<readonly PaperRecord[]> {
    return paperRecords(await production.getPaperBatch({ id }), today()).filter(record => ids.includes(record.id))
  }
  // Whoever comes types what is good of the first line that is free.
  const first = records.findIndex(({ data: { taken, line } }) => taken === undefined && line === undefined)
  useEffect(() => {
    const active = { row: Math.max(0, first), column: grid.definition.columns.findIndex(({ name }) => name === 'goodQuantity') }
    grid.store.act(state => ({ ...state, active, anchor: active, extent: active }))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: what is saved later is no reason to move
  }, [grid.store])
  if (records.length === 0) return <EmptyState title={t('production.paper.noWork')} hint={t('production.paper.noWorkHint')} />
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: '1 0 300px', minHeight: 300 }}>
      <EntryGrid grid={grid} records={records} asked={`${id}/${detail.batch.firstDay}/${detail.batch.lastDay}`} save={save} reread={reread} autoFocus />
    </Box>
  )
}

/** What stands on the paper, and the days that it became. */
export function PaperTable({ lines, isApproved }: { readonly lines: readonly PaperLine[]; readonly isApproved: boolean }): ReactNode {
  const t = useText()
  const { decimal, day } = useFormats()
  const now = ({ entry, goodQuantity, rejectQuantity }: PaperLine) => {
    if (entry === null) return t('production.paper.dayGone')
    const isSame = compareDecimals(entry.goodQuantity, goodQuantity) === 0 && compareDecimals(entry.rejectQuantity, rejectQuantity) === 0
    const figures = `${decimal(entry.goodQuantity)}${isPositive(entry.rejectQuantity) ? ` (−${decimal(entry.rejectQuantity)})` : ''}`
    return isSame ? t(`production.statuses.${entry.status}`) : t('production.paper.changed', { good: figures })
  }
  return (
    <Section title={t('production.paper.days')}>
      <PlainTable
        label={t('production.paper.days')}
        head={[
          t('production.fields.workOrderId'), { words: t('production.fields.day') }, t('production.fields.goodQuantity'), t('production.fields.rejectQuantity'), { words: t('production.fields.workShiftId') },
          { prose: t('production.fields.notes') }, ...(isApproved ? [{ words: t('production.paper.dayNow') }] : []),
        ]}
        rows={lines.map(line => ({
          key: line.id,
          cells: [
            <span key="name"><Link component={RouterLink} to={recordPath('workOrder', line.workOrderId) ?? ''}><b>{line.number}</b></Link> {line.itemName ?? line.articleName}</span>,
            day(line.day), decimal(line.goodQuantity), isPositive(line.rejectQuantity) ? `${decimal(line.rejectQuantity)} ${line.defectReasonName ?? ''}` : '–', line.workShiftName ?? '–', line.notes || '–',
            ...(isApproved ? [now(line)] : []),
          ],
        }))}
      />
    </Section>
  )
}
