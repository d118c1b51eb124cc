import type { AuditRow } from '../../shared/audit/entries.ts'
import { fieldLabel, valueText, type Wording } from '../../shared/audit/wording.ts'

/** "Jumlah: 480 → 465, +2 isian lain": the first fields of an act in one line, as far as screens have a word for them. */
export function changeSummary({ entity, action, changes, changeCount }: AuditRow, wording: Wording, more: (count: number) => string): string {
  const told = changes.flatMap(change => {
    const label = fieldLabel(wording, entity, change)
    const [before, after] = [valueText(wording, entity, change, change.before), valueText(wording, entity, change, change.after)]
    if (label === undefined) return []
    if (change.kind === 'secret') return [`${label} ${before}`]
    if (action === 'CREATE') return [`${label}: ${after}`]
    return [change.after === null && action === 'DELETE' ? `${label}: ${before}` : `${label}: ${before} → ${after}`]
  })
  const rest = changeCount - told.length
  return [...told, ...(rest > 0 && told.length > 0 ? [more(rest)] : [])].join(', ')
}
