import type { Database } from 'better-sqlite3'
import { newId } from '../../shared/core/ids.ts'
import { fillItems, fillStock } from './bulk.ts'

const since = '2026-11-01T00:00:00.000Z'
const linesPerTree = 30
const baseLines = 5

export interface BomForest { readonly finishedIds: readonly string[]; /** The shared WIP at the bottom of every tree. */ readonly baseId: string }

/** Finished goods, each down over so many levels to raw materials that have stock: 30 lines a tree, and a part at the bottom that all of them share. */
export function fillBoms(sqlite: Database, { levels, trees }: { readonly levels: number; readonly trees: number }): BomForest {
  const materials = fillItems(sqlite, 400)
  fillStock(sqlite, materials)
  const unitId = sqlite.prepare('select unitId from item where id = ?').pluck().get(materials[0]) as string
  const userId = sqlite.prepare('select id from user limit 1').pluck().get() as string
  const item = sqlite.prepare(`insert into item (id, createdAt, code, name, kind, unitId, category, buyer, minimumStock, notes) values (?, ?, ?, ?, ?, ?, '', '', 0, '')`)
  const head = sqlite.prepare(`insert into bomHeader (id, createdAt, itemId, kind, revision, outputQuantity, status, revisedBy, revisedDay) values (?, ?, ?, 'PRODUCTION', 1, 10000, 'ACTIVE', ?, '2026-11-01')`)
  const line = sqlite.prepare('insert into bomLine (id, createdAt, bomHeaderId, componentItemId, quantity, unitId, wastagePercent, position) values (?, ?, ?, ?, ?, ?, ?, ?)')
  const make = (code: string, kind: string, components: readonly string[]) => {
    const [id, bomId] = [newId(), newId()]
    item.run(id, since, code, code, kind, unitId)
    head.run(bomId, since, id, userId)
    components.forEach((component, at) => line.run(newId(), since, bomId, component, 1005 + at * 7, unitId, at % 3 === 0 ? 20_000 : 0, at + 1))
    return id
  }
  const baseId = make('WIP-DASAR', 'WIP', materials.slice(0, baseLines))
  const perLevel = linesPerTree / (levels - 1)
  const finishedIds = Array.from({ length: trees }, (_, tree) => {
    let below = baseId
    for (let level = levels - 1; level > 0; level -= 1) {
      const count = Math.floor(level * perLevel) - Math.floor((level - 1) * perLevel)
      const raws = Array.from({ length: count - 1 }, (_unused, at) => materials[(tree * 7 + level * 31 + at * 11) % materials.length]!)
      below = make(`${level === 1 ? 'BJ' : 'WIP'}-${tree}-${level}`, level === 1 ? 'FINISHED_GOOD' : 'WIP', [below, ...raws])
    }
    return below
  })
  return { finishedIds, baseId }
}
