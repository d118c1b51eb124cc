import { plainCode } from '../../shared/scan/own-code.ts'
import { readOwnCode } from '../../shared/scan/own-code.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { isTyped, type Cell } from './entry-grid-cell.ts'
import { commitEdit } from './entry-grid-changes.ts'
import { isEntry, type EntryColumn } from './entry-grid-definition.ts'
import { unsavedIn } from './entry-grid-issues.ts'
import { columnsOf } from './entry-grid-model.ts'
import { meanings } from './entry-grid-references.ts'
import { optionInGrid, rowOf, takeScan } from './entry-grid-scan.ts'
import type { GridStore } from './entry-grid-store.ts'
import { optionText, type ReferenceOption } from './reference-source.ts'

/**
 * A scanned code leads to its row, or begins one: what is counted is scanned, typed, scanned. A code that is none of the grid's is
 * left to the program, which opens what it means; but it leads away from no row that is not saved.
 */
export function useGridScans(store: GridStore): void {
  const t = useText()
  useScan(async scanned => {
    const code = plainCode(scanned)
    const column = columnsOf(store.get()).find(({ name }) => name === store.get().rules.grid.scanBy)
    const read = column && isEntry(column) ? await readScan(store, column, code) : undefined
    if (column && read) {
      store.act(state => takeScan(commitEdit(state), column.name, read.cell, read.option))
      if (rowOf(store.get(), column.name, read.cell) >= 0) return { isKnown: true, text: read.option ? optionText(read.option) : code }
    }
    // What is still in its editor stays there, and counts.
    return unsavedIn(commitEdit(store.get())) > 0 ? { isKnown: false, text: t('scan.notInGrid') } : undefined
  }, store.get().rules.grid.scanBy === undefined ? 'inner' : 'entry')
}

/** The code as a value of the column; nothing where it is none. The host is asked only for what no row has yet. */
async function readScan(store: GridStore, column: EntryColumn, code: string): Promise<{ readonly cell: Cell; readonly option?: ReferenceOption | undefined } | undefined> {
  if (column.kind !== 'reference') return { cell: readOwnCode(code)?.code ?? code }
  const shown = optionInGrid(store.get(), column.name, code)
  if (shown) return { cell: shown.id, option: shown }
  const found = await column.reference.match([code])
  const cell = meanings([code], found).cells.get(code.toLowerCase()) ?? null
  return cell === null || isTyped(cell) ? undefined : { cell, option: found.find(({ id }) => id === cell) }
}
