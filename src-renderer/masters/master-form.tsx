import { useMemo, type ReactNode } from 'react'
import { hasCode, keyOfMaster, type AnyMaster } from '../../shared/masters/definition.ts'
import { isRequired, type MasterField } from '../../shared/masters/fields.ts'
import type { MasterName } from '../../shared/masters/masters.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { AttributeFields, useAttributes } from './attribute-fields.tsx'
import { masterCalls, type MasterRecord } from './master.ts'
import { MasterFieldInput } from './master-field.tsx'
import { decimalEntry, useMasterWords } from './master-words.ts'
import type { Presentation } from './presentation.ts'

export interface MasterFormProps {
  readonly master: AnyMaster
  readonly presentation: Presentation
  /** The record to change; without it, a new one, which begins with `start`. */
  readonly record?: MasterRecord | undefined
  readonly start?: Readonly<Record<string, unknown>> | undefined
  onClose(): void
  onSaved?(record: MasterRecord): void
}
type Entry = Readonly<Record<string, unknown>>

/** The entries of one record. Costs are there only for who may see them: what is not in the form is not sent. */
export function MasterForm({ master, presentation, record, start, onClose, onSaved }: MasterFormProps): ReactNode {
  const t = useText()
  const { create, update, get } = masterCalls(useApi(), master)
  const { canSeeCost } = useUser()
  const words = useMasterWords(master)
  const attributes = useAttributes(master.entity)
  const shown = useMemo(() => Object.keys(master.fields).filter(field => canSeeCost || master.fields[field]!.kind !== 'cost'), [master, canSeeCost])
  const key = keyOfMaster(master) as MasterName
  const save = async (input: Entry) => {
    const saved = record ? await update(withBlanks(master, shown, input)) : await create(input)
    showDone(t(record ? 'masters.done.updated' : 'masters.done.created', { name: words.title(saved) }))
    onSaved?.(saved)
  }
  const valuesOf = (row: MasterRecord) => ({ id: row.id, version: row.version, ...entriesOf(master, shown, row), attributes: row.attributes })
  const { FormHead, FormFoot, rows } = presentation
  const rowed = [...rows, ...shown.filter(field => !rows.flat().includes(field)).map(field => [field])].map(row => row.filter(field => shown.includes(field))).filter(row => row.length > 0)
  const first = rowed[0]?.[0]
  return (
    <FormDialog
      title={record ? t('masters.edit', { name: words.title(record) }) : t(`masters.${key}.add`)} width={shown.length > 6 ? 'md' : 'sm'} onClose={onClose} save={save}
      schema={record ? update.procedure.input : create.procedure.input}
      values={record ? valuesOf(record) : { ...blanksOf(master, shown), ...presentation.start, ...start, attributes: {} }}
      {...(record && { reread: async () => valuesOf(await get({ id: record.id })) })}
    >
      {FormHead && <FormHead record={record} />}
      {rowed.map(row => (
        <FieldRow key={row[0]}>
          {row.map(field => (
            <MasterFieldInput key={field} master={master} field={field} words={words} presentation={presentation} record={record} autoFocus={field === first} />
          ))}
        </FieldRow>
      ))}
      {FormFoot && <FormFoot />}
      <AttributeFields attributes={attributes} words={words} />
    </FormDialog>
  )
}

/** What was typed where a record was looked for begins a new one: as its code, or as its name. */
export function startFrom(master: AnyMaster, typed: string): Entry {
  if (typed === '' || !hasCode(master)) return {}
  return /^[A-Z0-9][A-Z0-9._/-]*$/.test(typed) ? { code: typed } : { name: typed }
}

function blanksOf({ fields }: AnyMaster, shown: readonly string[]): Entry {
  return Object.fromEntries(shown.map(name => [name, blankOf(fields[name]!)]))
}

function blankOf({ kind, blank, values }: MasterField): unknown {
  if (kind === 'decimal' || kind === 'cost') return blank === undefined ? '' : decimalEntry(blank)
  if (kind === 'choice' && blank === undefined) return values?.[0]
  return blank ?? (kind === 'day' || kind === 'reference' || kind === 'integer' || kind === 'choice' ? null : '')
}

function entriesOf({ fields }: AnyMaster, shown: readonly string[], record: MasterRecord): Entry {
  return Object.fromEntries(shown.map(name => {
    const { kind } = fields[name]!
    return [name, kind === 'decimal' || kind === 'cost' ? decimalEntry(record[name]) : record[name]]
  }))
}

/** An emptied number whose blank is 0 means 0; left out it would stay as it was. */
function withBlanks({ fields }: AnyMaster, shown: readonly string[], input: Entry): Entry {
  const emptied = shown.filter(name => input[name] === undefined && !isRequired(fields[name]!))
  return { ...input, ...Object.fromEntries(emptied.map(name => [name, blankOf(fields[name]!)])) }
}
