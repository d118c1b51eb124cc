import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useMemo, useState, type ReactNode } from 'react'
import type { InputOf } from '../../shared/core/procedure.ts'
import type { masters } from '../../shared/masters/contract.ts'
import { itemKinds, largestSheet, type Item, type ItemKind } from '../../shared/masters/items.ts'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useDebounced } from '../core/debounced.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { itemRecord, useItemGrid, type ItemLine } from './item-grid-definition.ts'

type Sheet = InputOf<typeof masters.listItemSheet>
type SheetEntry = InputOf<typeof masters.saveItems>['rows'][number]
const searchPause = 300

/** Many items at once, as in a spreadsheet: those that are there, and new ones below them. */
export function ItemGridScreen(): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { masters } = useApi()
  const { canSeeCost } = useUser()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<string | null>(null)
  const [category, setCategory] = useState<string | null>(null)
  const { data: groups } = useLive(masters.listItemGroups, {})
  const settled = useDebounced(search.trim(), searchPause)
  const asked: Sheet = { search: settled, filter: { isActive: true, ...(kind !== null && { kind: kind as ItemKind }), ...(category !== null && { category }) } }
  const { data: sheet, isPlaceholderData } = useLive(masters.listItemSheet, asked)
  const records = useMemo(() => sheet?.rows.map(item => itemRecord(item, canSeeCost)), [sheet, canSeeCost])
  const grid = useEntryGrid(useItemGrid())

  async function save(entries: readonly GridEntry<ItemLine, Item>[]): Promise<readonly GridRecord<ItemLine, Item>[]> {
    const items = await masters.saveItems({ rows: entries.map(entryOf) })
    showDone(t('masters.items.sheet.done', { count: items.length }))
    return items.map(item => itemRecord(item, canSeeCost))
  }
  const head = (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1.5fr 1fr 1fr' }, maxWidth: 820 }}>
      <TextInput label={t('table.search')} value={search} onChange={setSearch} />
      <SelectInput label={t('fields.kind')} value={kind} onChange={setKind} noneLabel={t('words.all')} options={itemKinds.map(value => ({ value, label: t(`masters.itemKinds.${value}`) }))} />
      <SelectInput label={t('fields.category')} value={category} onChange={setCategory} noneLabel={t('words.all')} options={(groups?.categories ?? []).map(value => ({ value, label: value }))} />
    </Box>
  )
  return (
    <PageFrame title={t('masters.items.sheet.title')} fills subtitle={head}>
      {sheet && sheet.total > largestSheet && <Alert severity="info">{t('masters.items.sheet.tooMany', { shown: integer(largestSheet), total: integer(sheet.total) })}</Alert>}
      <EntryGrid
        grid={grid} records={isPlaceholderData ? undefined : records} asked={JSON.stringify(asked)} save={save} autoFocus
        reread={async ids => (await masters.listItemSheet({ ids: [...ids] })).rows.map(item => itemRecord(item, canSeeCost))}
      />
    </PageFrame>
  )
}

/** Of a kept item only what changed, at the version it was changed on. An emptied minimum stock means none. The schema has seen the line. */
function entryOf({ id, line, changed, data }: GridEntry<ItemLine, Item>): SheetEntry {
  const given = (id === undefined ? line : { ...changed, id, version: data?.version }) as SheetEntry
  return 'minimumStock' in given ? { ...given, minimumStock: given.minimumStock ?? '0' } : given
}
