import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { HistoryChange, HistoryValue, ValueKind } from '../../shared/audit/history.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { money } from '../../shared/core/money.ts'
import { useApi } from '../core/api.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { HistoryList } from './history-list.tsx'
import { StoryLink } from './story-link.tsx'

/** What the fixed words of a field are called: `{ kind: { WIP: 'Barang setengah jadi' } }`. */
export type HistoryWords = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface RecordHistoryProps {
  readonly entity: Entity
  readonly id: string
  readonly words?: HistoryWords | undefined
  /** Names of fields that have none under `fields`; a field without a name is not shown. */
  readonly labels?: Readonly<Record<string, string>> | undefined
}

/** All that happened to one record, the newest first, live; older pages on demand. */
export function RecordHistory({ cursor, ...props }: RecordHistoryProps & { readonly cursor?: string }): ReactNode {
  const t = useText()
  const { entity, id, words = {}, labels = {} } = props
  const formats = useFormats()
  const [isLonger, setLonger] = useState(false)
  const { data } = useLive(useApi().audit.listHistory, { entity, id, cursor, pageSize }, { clears: true })
  if (!data || (cursor !== undefined && data.rows.length === 0)) return null
  const fields = new Set(data.rows.flatMap(({ changes }) => changes.map(({ field }) => field)))
  const named = Object.fromEntries([...fields].flatMap(field => labelOf(field, labels)))
  const shown = (change: HistoryChange, value: HistoryValue) => valueText(change, value, words, formats)
  const entries = data.rows.map(({ seq, at, userName, action, reason, changes }) => ({
    id: String(seq), at, by: userName, action, reason: reason || undefined,
    changes: changes.map(change => {
      // A new record had nothing before; of a secret both sides are given as nothing.
      const before = action === 'CREATE' && change.kind !== 'secret' ? {} : { before: shown(change, change.before) }
      return { field: change.field, after: shown(change, change.after), ...before }
    }),
  }))
  return (
    <>
      <HistoryList entries={entries} labels={named} />
      {cursor === undefined && data.rows.length > 0 && <StoryLink entity={entity} id={id} />}
      {data.next !== undefined && !isLonger && <Button size="small" onClick={() => setLonger(true)}>{t('buttons.more')}</Button>}
      {data.next !== undefined && isLonger && <RecordHistory {...props} cursor={data.next} />}
    </>
  )
}

const pageSize = 20

function labelOf(field: string, labels: Readonly<Record<string, string>>): [string, string][] {
  const label = labels[field] ?? textOf(`fields.${field}`)
  return label === undefined ? [] : [[field, label]]
}

/** A logged value as a person reads it. */
function valueText({ field, kind }: HistoryChange, value: HistoryValue, words: HistoryWords, formats: Formats): HistoryValue {
  if (value === null || typeof value === 'boolean') return value
  const text = String(value)
  return kind === 'word' ? (words[field]?.[text] ?? text) : (writers[kind]?.(text, formats) ?? text)
}

const writers: Partial<Record<ValueKind, (text: string, formats: Formats) => string>> = {
  decimal: (text, { plain }) => plain(text),
  number: (text, { plain }) => plain(text),
  instant: (text, { instant }) => instant(text),
  day: (text, { day }) => day(text),
  money: (text, { money: amount }) => amount(money(text)),
}
