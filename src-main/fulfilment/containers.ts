import { z } from 'zod'
import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { packing } from '../../shared/fulfilment/packing.ts'
import { packDifferences, type PackDifference, type PackedPart } from '../../shared/fulfilment/rules.ts'
import { Part, type Container } from '../../shared/fulfilment/sessions.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PackingContainerTable } from '../database/tables.ts'
import { linesOf, type InvoiceRow, type LineRow, type PackingRow } from './steps.ts'

export type ContainerRow = Selectable<PackingContainerTable>
type Drafts = ParsedInputOf<typeof packing.saveContainers>['containers']
const Parts = z.array(Part)

export function containersOf(db: Reader, packingSessionId: string): ContainerRow[] {
  return db.all(sql.selectFrom('packingContainer').selectAll().where('packingSessionId', '=', packingSessionId).orderBy('createdAt').orderBy('id'))
}

export function contentsOf({ contents }: Pick<ContainerRow, 'contents'>): Part[] {
  return Parts.parse(JSON.parse(contents))
}

export function toldContainer(db: Reader, { id, version, packingSessionId, kind, trayId, code, contents, sealedAt, sealedBy }: ContainerRow): Container {
  return {
    id,
    version,
    packingSessionId,
    kind,
    trayId,
    code,
    contents: contentsOf({ contents }),
    sealedAt,
    sealedByName: sealedBy === null ? null : db.get('user', sealedBy).fullName,
  }
}

/**
 * Puts the drafts in the place of what was there; a tray that stays keeps its row. Throws `tray-taken`, `inactive`, `not-found`, `duplicate`
 * for one that is named twice.
 */
export function replaceContainers(db: Writer, invoice: InvoiceRow, { id: packingSessionId }: PackingRow, drafts: Drafts): void {
  const nameOf = ({ kind, code }: Pick<ContainerRow, 'kind' | 'code'>) => `${kind} ${code.toUpperCase()}`
  const wanted = new Map(drafts.map(draft => [nameOf(draft), draft]))
  const twice = drafts.find((draft, at) => drafts.findIndex(one => nameOf(one) === nameOf(draft)) < at)
  if (twice) throw new AppError('duplicate', { entity: 'packingContainer', field: 'code', code: twice.code })
  const known = containersOf(db, packingSessionId)
  for (const row of known) if (!wanted.has(nameOf(row))) db.remove('packingContainer', row)
  for (const [name, { kind, code, contents }] of wanted) {
    const row = known.find(one => nameOf(one) === name)
    const said = { contents: JSON.stringify(contents) }
    if (row) db.update('packingContainer', row, said)
    else db.insert('packingContainer', { invoiceId: invoice.id, packingSessionId, kind, trayId: kind === 'TRAY' ? freeTray(db, code) : null, code, ...said })
  }
}

/** As the index of trays has it, in the text. */
export const isInUse = raw<SqlBool>`packingContainer.isInUse = 1`

/** IF-7: a tray that no other invoice is in. */
function freeTray(db: Reader, code: string): string {
  const tray = trayByCode(db, code)
  if (!tray.isActive) throw new AppError('inactive', { entity: 'tray', id: tray.id, code: tray.code })
  const holder = db.first(
    sql
      .selectFrom('packingContainer')
      .innerJoin('invoice', 'invoice.id', 'packingContainer.invoiceId')
      .select('invoice.number')
      .where('packingContainer.trayId', '=', tray.id)
      .where(isInUse),
  )
  if (holder) throw new AppError('tray-taken', { tray: tray.code, number: holder.number })
  return tray.id
}

export function trayByCode(db: Reader, code: string) {
  const tray = db.first(sql.selectFrom('tray').selectAll().where('code', '=', code))
  if (!tray) throw new AppError('not-found', { entity: 'tray', id: code })
  return tray
}

/** IF-7. Throws `container-empty`, and `pack-mismatch` with the first line that differs and all of them. */
export function requireExact(db: Reader, invoice: InvoiceRow, containers: readonly ContainerRow[]): void {
  const empty = containers.find(row => contentsOf(row).length === 0)
  if (empty) throw new AppError('container-empty', { number: invoice.number, code: empty.code })
  const lines = linesOf(db, invoice.id)
  refuse(invoice, lines, packDifferences(lines, containers.flatMap(contentsOf)))
}

/** IF-7: also a draft holds no more of a line than is invoiced. Throws `pack-mismatch`. */
export function requireNoMore(invoice: InvoiceRow, lines: readonly LineRow[], parts: readonly PackedPart[]): void {
  refuse(
    invoice,
    lines,
    packDifferences(lines, parts).filter(({ invoiced, packed }) => packed > invoiced),
  )
}

function refuse({ number }: InvoiceRow, lines: readonly LineRow[], differences: readonly PackDifference[]): void {
  const [first] = differences
  if (first === undefined) return
  const item = lines.find(({ id }) => id === first.lineId)?.name ?? first.lineId
  throw new AppError('pack-mismatch', { number, item, invoiced: first.invoiced, packed: first.packed, lines: differences })
}

/** Trays may be taken for other invoices again; what was in them stays on record. */
export function freeContainers(db: Writer, packingSessionId: string): void {
  for (const row of containersOf(db, packingSessionId)) db.update('packingContainer', row, { isInUse: false })
}
