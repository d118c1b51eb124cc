import { useMemo } from 'react'
import { z } from 'zod'
import { decimal, decimalText, NonNegativeDecimal } from '../../shared/core/decimal.ts'
import { destinations, ItemFields, itemKinds, largestSheet, type Item, type ItemKind } from '../../shared/masters/items.ts'
import { fitsUnit, isWholePacking, piecesPerPallet } from '../../shared/masters/rules.ts'
import { texts } from '../../shared/texts.ts'
import type { EntryGridDefinition, GridRecord, RowView } from '../components/entry-grid-definition.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { useMasterSource } from './sources.ts'

/** An item as its row has it, as it travels. `unitCost` is missing for who may not see costs. */
export type ItemLine = {
  readonly code: string | null; readonly name: string | null; readonly kind: ItemKind | null; readonly unitId: string | null; readonly category: string | null; readonly buyer: string | null
  readonly minimumStock: string | null; readonly unitCost?: string | null; readonly piecesPerCarton: number | null; readonly cartonsPerPallet: number | null
  readonly standardMinutes: string | null; readonly parentId: string | null; readonly destination: (typeof destinations)[number] | null; readonly notes: string | null
  readonly isActive: boolean | null
}

const schema = ItemFields.extend({ minimumStock: NonNegativeDecimal.optional(), isActive: z.boolean() })
const blank: ItemLine = {
  code: null, name: null, kind: null, unitId: null, category: null, buyer: null, minimumStock: null, piecesPerCarton: null, cartonsPerPallet: null, standardMinutes: null, parentId: null, destination: null, notes: null, isActive: true,
}

export function itemRecord(item: Item, canSeeCost: boolean): GridRecord<ItemLine, Item> {
  const { id, code, name, kind, unitId, unitCode, unitName, category, buyer, minimumStock, unitCost = null, piecesPerCarton, cartonsPerPallet, standardMinutes, parentId, parentCode, parentName, destination, notes, isActive } = item
  const line = { code, name, kind, unitId, category, buyer, minimumStock: decimalText(minimumStock), piecesPerCarton, cartonsPerPallet, standardMinutes: standardMinutes === null ? null : decimalText(standardMinutes), parentId, destination, notes, isActive }
  return {
    id, data: item, known: [{ id: unitId, code: unitCode, name: unitName }, ...(parentId === null ? [] : [{ id: parentId, code: parentCode ?? '', name: parentName ?? '' }])],
    line: canSeeCost ? { ...line, unitCost: unitCost === null ? null : decimalText(unitCost) } : line,
  }
}

export function useItemGrid(): EntryGridDefinition<ItemLine, Item> {
  const t = useText()
  const { masters } = useApi()
  const { currency } = useFactory()
  const { integer } = useFormats()
  const { canSeeCost } = useUser()
  const mayCreate = useMay()('masters.create')
  const unitSource = useMasterSource('unit')
  const itemSource = useMasterSource('item')
  const { data: groups } = useLive(masters.listItemGroups, {})
  const { data: units } = useLive(masters.listUnits, { pageSize: 200 })
  return useMemo(() => {
    const placesOf = new Map(units?.rows.map(({ id, places }) => [id, places]))
    const unit = ({ option }: RowView<ItemLine, Item>) => option('unitId')?.code
    return {
      name: 'masters.items', title: t('masters.items.sheet.title'), maximumRows: largestSheet, schema, pinsFirst: true, ...(mayCreate && { newRow: blank }), unique: [['code']], scanBy: 'code',
      check: ({ line }) => [
        ...(isWholePacking(line) ? [] : [{ column: line.piecesPerCarton === null ? 'piecesPerCarton' : 'cartonsPerPallet', reason: 'masters.issues.packing-incomplete' } as const]),
        ...placesIssue(line, placesOf),
      ],
      columns: [
        { kind: 'text', name: 'code', label: t('fields.code'), width: 130 },
        { kind: 'text', name: 'name', label: t('fields.name'), width: 260, grows: true },
        { kind: 'choice', name: 'kind', label: t('fields.kind'), width: 150, options: itemKinds.map(value => ({ value, label: t(`masters.itemKinds.${value}`), words: kindWords(value) })) },
        { kind: 'reference', name: 'unitId', label: t('fields.unitId'), width: 130, reference: gridReference(unitSource, found => masters.matchUnits({ texts: [...found] })) },
        { kind: 'text', name: 'category', label: t('fields.category'), width: 140, suggestions: groups?.categories ?? [] },
        { kind: 'text', name: 'buyer', label: t('fields.buyer'), width: 140, suggestions: groups?.buyers ?? [] },
        { kind: 'decimal', name: 'minimumStock', label: t('fields.minimumStock'), width: 130, unit },
        ...(canSeeCost ? [{ kind: 'decimal', name: 'unitCost', label: t('fields.unitCost'), width: 130, unit: () => currency } as const] : []),
        { kind: 'integer', name: 'piecesPerCarton', label: t('fields.piecesPerCarton'), width: 110 },
        { kind: 'integer', name: 'cartonsPerPallet', label: t('fields.cartonsPerPallet'), width: 110 },
        { kind: 'computed', name: 'piecesPerPallet', label: t('fields.piecesPerPallet'), width: 110, isNumber: true, text: ({ line }) => palletText(line, integer) },
        { kind: 'text', name: 'notes', label: t('fields.notes'), width: 200 },
        { kind: 'boolean', name: 'isActive', label: t('fields.isActive'), width: 80 },
        // Last, so that lists that are pasted as they always were still fit.
        { kind: 'reference', name: 'parentId', label: t('fields.parentId'), width: 200, reference: gridReference(itemSource, found => masters.matchItems({ texts: [...found] })) },
        { kind: 'choice', name: 'destination', label: t('fields.destination'), width: 130, options: destinations.map(value => ({ value, label: t(`masters.destinations.${value}`) })) },
        { kind: 'decimal', name: 'standardMinutes', label: t('fields.standardMinutes'), width: 150 },
      ],
    }
  }, [t, masters, currency, integer, canSeeCost, mayCreate, unitSource, itemSource, groups, units])
}

/** In both languages: lists come from wherever. */
function kindWords(kind: ItemKind): readonly string[] {
  return [texts.id.masters.itemKinds[kind], texts.en.masters.itemKinds[kind]]
}

function placesIssue({ minimumStock, unitId }: ItemLine, placesOf: ReadonlyMap<string, number>) {
  const places = placesOf.get(unitId ?? '')
  if (minimumStock === null || places === undefined || fitsUnit(decimal(minimumStock), places)) return []
  return [{ column: 'minimumStock', reason: 'masters.issues.unit-places', params: { places } } as const]
}

function palletText(line: ItemLine, integer: (value: number) => string): string {
  const pieces = piecesPerPallet(line)
  return pieces === null ? '' : integer(pieces)
}
