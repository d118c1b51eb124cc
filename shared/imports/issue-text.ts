import type { Finding, RowIssue } from './issue.ts'
import { rowTexts } from './row-texts.ts'
import type { TargetField } from './target.ts'

type Language = 'id' | 'en'
type Named = Readonly<Record<string, string>>
/** What the words are filled with: `fields` are those of the target, `choice` names a choice's word as its reader does, `number` writes a number. */
export interface Wording {
  readonly language: Language
  readonly fields: readonly Pick<TargetField, 'name' | 'labels'>[]
  choice(field: string, value: string): string
  number(plain: string): string
  /** Where a row stands, if that takes more than its number. */
  row?(row: number): string
}

/** Numbers among the parameters; other digits may be a code, where a zero in front counts. */
const numbers = ['minimum', 'maximum', 'length', 'places', 'available', 'count', 'usual', 'percent']

/** “Baris 57: satuan ‘yrd’ tidak dikenal — pilih Yard, atau minta Admin menambah satuan.” */
export function rowSentence(row: number, issue: RowIssue, wording: Wording): string {
  return `${{ id: 'Baris', en: 'Row' }[wording.language]} ${wording.row?.(row) ?? wording.number(String(row))}: ${issueSentence(issue, wording)}`
}

/** The same without the row, for where the row stands beside it. */
export function issueSentence({ column, reason, params }: RowIssue, wording: Wording): string {
  const { language } = wording
  const sentences: Named = rowTexts[language].issues
  const text = (params.suggestion === undefined ? undefined : sentences[`${reason}-near`]) ?? sentences[reason] ?? reason
  const field = fieldName(column, wording)
  return filled(text, {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, paramText(name, value, wording)])),
    field, thing: (rowTexts[language].things as Named)[column ?? ''] ?? field,
    ...(params.suggestion !== undefined && column !== null && { suggestion: wording.choice(column, String(params.suggestion)) }),
    ...(reason === 'odd-code' && { why: (rowTexts[language].oddCodes as Named)[String(params.why)] ?? '' }),
  })
}

function paramText(name: string, value: string | number, { number, row }: Wording): string {
  if (row && name === 'row') return row(Number(value))
  if (row && name === 'rows') return String(value).split(', ').map(one => row(Number(one))).join(', ')
  return numbers.includes(name) ? number(String(value)) : String(value)
}

/** What a finding is about: “Satuan tidak dikenal”. */
export function findingTitle({ column, reason }: Pick<Finding, 'column' | 'reason'>, wording: Pick<Wording, 'language' | 'fields'>): string {
  const titles: Named = rowTexts[wording.language].findings
  const title = filled(titles[reason] ?? reason, { field: fieldName(column, wording) })
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** The word of a choice as the reader knows it, a day as it is written here; any other text as it is. */
export function choiceWord(fields: readonly TargetField[], language: Language): Wording['choice'] {
  return (name, value) => {
    const field = fields.find(one => one.name === name)
    if (field?.kind === 'day') return value.split('-').toReversed().join('-')
    return field?.choices.find(choice => choice.value === value)?.[language] ?? value
  }
}

/** A column's label within a sentence; the factory's own fields are called as it calls them, and another program's heading (`BoM Lines/Component`) is written as that program does. */
function fieldName(column: string | null, { language, fields }: Pick<Wording, 'language' | 'fields'>): string {
  const labels: Named = rowTexts[language].fields
  const own = fields.find(({ name }) => name === column)?.labels?.[language]
  if (own?.includes('/')) return own
  return column === null ? '' : (own ?? labels[column] ?? column).toLowerCase()
}

function filled(text: string, params: Named): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '')
}
