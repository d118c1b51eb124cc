import Remove from '@mui/icons-material/RemoveCircleOutlineOutlined'
import Button from '@mui/material/Button'
import { useMemo, useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { BomLineEntry, largestBom, type BomDetail, type BomLine } from '../../shared/engineering/boms.ts'
import { selections, type Selection } from '../../shared/engineering/rules.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { RemoveLineDialog } from './remove-line-dialog.tsx'
import { masterOption } from './sources.ts'

/** As it travels. */
type Line = { readonly componentItemId: string | null; readonly quantity: string | null; readonly unitId: string | null; readonly wastagePercent: string | null; readonly selection: Selection | null }

const blank: Line = { componentItemId: null, quantity: null, unitId: null, wastagePercent: '0', selection: 'PRIMARY' }

/** The lines of a draft, to type and paste into. */
export function BomGrid({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { engineering } = useApi()
  const grid = useEntryGrid(useLineGrid(bom.id))
  const [isRemoving, setRemoving] = useState(false)
  const records = useMemo(() => bom.lines.map(recordOf), [bom.lines])

  async function save(entries: readonly GridEntry<Line, BomLine>[]): Promise<readonly GridRecord<Line, BomLine>[]> {
    const saved = await engineering.saveBomLines({ bomHeaderId: bom.id, rows: entries.map(entryOf) })
    showDone(t('engineering.done.lines', { count: saved.length }))
    return saved.map(recordOf)
  }
  return (
    <>
      <EntryGrid
        grid={grid} records={records} save={save} autoFocus
        reread={async ids => (await engineering.getBom({ id: bom.id })).lines.filter(({ id }) => ids.includes(id)).map(recordOf)}
        tools={bom.lines.length > 0 && <Button size="small" startIcon={<Remove />} onClick={() => setRemoving(true)}>{t('engineering.bom.removeLine')}</Button>}
      />
      {isRemoving && <RemoveLineDialog lines={bom.lines} onClose={() => setRemoving(false)} />}
    </>
  )
}

function recordOf(line: BomLine): GridRecord<Line, BomLine> {
  const { id, componentItemId, componentCode, componentName, quantity, unitId, unitCode, unitName, wastagePercent, selection } = line
  return {
    id, data: line, line: { componentItemId, quantity: decimalText(quantity), unitId, wastagePercent: decimalText(wastagePercent), selection },
    known: [{ id: componentItemId, code: componentCode, name: componentName }, { id: unitId, code: unitCode, name: unitName }],
  }
}

/** The schema has seen the line; a changed one is sent whole, at the version it was changed on. */
function entryOf({ id, line, data }: GridEntry<Line, BomLine>) {
  const { componentItemId, quantity, unitId, wastagePercent, selection } = line
  const fields = { componentItemId: componentItemId ?? '', quantity: quantity ?? '', unitId: unitId ?? '', wastagePercent: wastagePercent ?? '0', selection: selection ?? 'PRIMARY' }
  return id === undefined || !data ? fields : { ...fields, id, version: data.version }
}

function useLineGrid(bomId: string): EntryGridDefinition<Line, BomLine> {
  const t = useText()
  const { masters } = useApi()
  return useMemo(() => ({
    name: 'engineering.bomLines', subject: bomId, title: t('engineering.bom.tabs.lines'), maximumRows: largestBom, schema: BomLineEntry.omit({ id: true, version: true }), newRow: blank, scanBy: 'componentItemId',
    isIdle: ({ line }) => line.componentItemId === null && line.quantity === null,
    columns: [
      {
        kind: 'reference', name: 'componentItemId', label: t('engineering.fields.componentItemId'), width: 320, grows: true,
        reference: gridReference({ call: masters.findItems, option: masterOption }, texts => masters.matchItems({ texts: [...texts] })),
      },
      { kind: 'decimal', name: 'quantity', label: t('fields.quantity'), width: 130, unit: ({ option }) => option('unitId')?.code },
      { kind: 'reference', name: 'unitId', label: t('fields.unitId'), width: 140, reference: gridReference({ call: masters.findUnits, option: masterOption }, texts => masters.matchUnits({ texts: [...texts] })) },
      { kind: 'decimal', name: 'wastagePercent', label: t('engineering.fields.wastagePercent'), width: 110, unit: () => '%' },
      { kind: 'choice', name: 'selection', label: t('engineering.fields.selection'), width: 160, options: selections.map(value => ({ value, label: t(`engineering.selections.${value}`) })) },
    ],
  }), [t, masters, bomId])
}
