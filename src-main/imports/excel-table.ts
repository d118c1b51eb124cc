import { unreadable, type SourceRow, type SourceTable, type TableChoice } from './source.ts'
import { readSheet } from './excel-sheet.ts'
import { readFormats, readSharedTexts, readWorkbook } from './excel-parts.ts'
import { openArchive } from './zip-archive.ts'

/**
 * An .xlsx file: the sheet chosen, else its first visible one. Nothing is computed: a formula stands for the result it was
 * saved with.
 */
export async function openExcelTable(path: string, choice: TableChoice): Promise<SourceTable> {
  const archive = await openArchive(path)
  let read = 0
  let total = 1
  try {
    const workbook = await readWorkbook(archive)
    const visible = workbook.sheets.filter(({ isHidden }) => !isHidden)
    const sheet = typeof choice.sheet === 'string' ? workbook.sheets.find(({ name }) => name === choice.sheet) : (visible[0] ?? workbook.sheets[0])
    if (!sheet) throw unreadable('no-sheet')
    total = archive.size(sheet.part) + archive.size(workbook.sharedTextsPart)
    const onText = (characters: number) => {
      read += characters
    }

    async function* rows(): AsyncGenerator<readonly SourceRow[]> {
      const sharedTexts = await readSharedTexts(archive, workbook, onText)
      const formats = await readFormats(archive, workbook)
      yield* readSheet(archive, sheet!.part, { sharedTexts, formats, startsIn1904: workbook.startsIn1904 }, onText)
    }
    return {
      format: 'xlsx', sheets: workbook.sheets.map(({ name }) => name), sheet: sheet.name, delimiter: null, rows, close: archive.close,
      get progress() {
        return Math.min(1, read / Math.max(1, total))
      },
    }
  } catch (error) {
    archive.close()
    throw error
  }
}
