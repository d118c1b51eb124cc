import type { AuditRow } from '../../shared/audit/entries.ts'
import { entityText, exportedLabel, moduleText, personText, placeText, recordText, valueText, wayText, type Wording } from '../../shared/audit/wording.ts'
import { dayText, instantText } from '../../shared/core/day-text.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { Cell } from '../engines/cells.ts'
import { knownText } from '../engines/reports-text.ts'

interface Reader { readonly language: 'id' | 'en'; readonly timeZone: string }

/** Of the columns as the texts name them. */
export const exportWidths = [10, 20, 24, 18, 14, 18, 20, 28, 60, 60, 30, 22, 26] as const

/** One act as a line of a file, in words. */
export function exportedRow(row: Omit<AuditRow, 'changeCount'>, reader: Reader): Cell[] {
  const wording = wordingFor(reader)
  const side = (pick: 'before' | 'after') => row.changes.map(change =>
    `${exportedLabel(wording, row.entity, change)}: ${valueText(wording, row.entity, change, change[pick])}`).join('\n')
  return [
    row.seq, wording.instant(row.at), personText(wording, row.userName), row.role, wording.text(`history.${row.action}`) ?? row.action, moduleText(wording, row.module),
    entityText(wording, row.entity), recordText(wording, row.entity, row.record), row.action === 'CREATE' ? '' : side('before'), row.action === 'DELETE' ? '' : side('after'),
    row.reason ?? '', placeText(wording, row), wayText(wording, row),
  ]
}

function wordingFor({ language, timeZone }: Reader): Wording {
  return {
    language, text: key => knownText(language, key), day: dayText, instant: instant => instantText(instant, timeZone, language), number: plain => numberText(plain, language),
  }
}
