import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import { errorText, issueText } from '../core/error-text.ts'
import type { Formats } from '../core/formats.ts'
import type { Translate } from '../core/i18n.ts'
import type { GridIssue } from './entry-grid-definition.ts'
import { columnsOf, type GridState, type Place } from './entry-grid-model.ts'
import type { Notice, Pasted } from './entry-grid-notice.ts'

const ownCode = /^errors\.(.+)$/

/** What is wrong, in the user's words. A refusal without a reason of its own is told as its error is. */
export function issueWords({ reason, params = {} }: GridIssue): string {
  const [, code] = ownCode.exec(reason) ?? []
  return code === undefined ? issueText({ reason, params }) : errorText(new AppError(code as ErrorCode, params))
}

/** "Baris 3 · Jumlah: Harus diisi." */
export function placedWords(state: GridState, row: number, issue: GridIssue, t: Translate): string {
  const label = columnsOf(state).find(({ name }) => name === issue.column)?.label
  const place = label === undefined ? t('grid.row', { row: row + 1 }) : t('grid.place', { row: row + 1, column: label })
  return `${place}: ${issueWords(issue)}`
}

export function placeWords(state: GridState, { row, column }: Place, t: Translate): string {
  return t('grid.place', { row: row + 1, column: columnsOf(state)[column]?.label ?? '' })
}

/** What the last act came to. */
export function noticeWords(notice: Notice, t: Translate, formats: Formats): string {
  switch (notice.kind) {
    case 'pasted':
      return pastedWords(notice, t, formats).join(' ')
    case 'tooManyRows':
      return t('grid.notices.tooManyRows', { rows: formats.integer(notice.rows), room: formats.integer(notice.room) })
    case 'copied':
    case 'cleared':
    case 'filled':
      return t(`grid.notices.${notice.kind}`, { count: notice.cells })
    case 'inserted':
    case 'removed':
    case 'saved':
      return t(`grid.notices.${notice.kind}`, { count: notice.rows })
    case 'faults':
      return t('grid.notices.faults', { count: notice.count })
    default:
      return t(`grid.notices.${notice.kind}`)
  }
}

const textsNamed = 3

function pastedWords({ rows, faulty, surplus, kept, hadHeading, ambiguous }: Pasted, t: Translate, formats: Formats): string[] {
  const named = surplus.slice(0, textsNamed).map(text => `“${text.trim()}”`).join(', ') + (surplus.length > textsNamed ? ' …' : '')
  return [
    t('grid.notices.pasted', { count: rows }),
    ...(hadHeading ? [t('grid.notices.heading')] : []),
    ...(faulty > 0 ? [t('grid.notices.faulty', { count: faulty })] : []),
    ...(surplus.length > 0 ? [t('grid.notices.surplus', { count: surplus.length, texts: named })] : []),
    ...(kept > 0 ? [t('grid.notices.locked', { count: kept })] : []),
    ...(ambiguous ? [t('grid.notices.ambiguous', { count: ambiguous.count, text: ambiguous.text, read: readAs(ambiguous.text, formats, false) })] : []),
  ]
}

/** "1.234" as it was read, 1234, or as it may have been meant, 1,234: without thousands marks, which are what is in doubt. */
export function readAs(text: string, formats: Formats, isOther: boolean): string {
  const isDecimal = text.includes(formats.language === 'id' ? ',' : '.') !== isOther
  return formats.editable(text.replace(/[.,]/, isDecimal ? '.' : ''))
}
