import Category from '@mui/icons-material/CategoryOutlined'
import Grid from '@mui/icons-material/GridOnOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { masters } from '../../shared/masters/contract.ts'
import { itemKinds, type Item, type ItemKind } from '../../shared/masters/items.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { ItemForm } from './item-form.tsx'
import { itemGridPath } from './item-grid-path.ts'
import type { Fact, Master } from './master.ts'
import { useActivityColumn, useActivityFilter, useLeadingColumns } from './master-columns.tsx'
import { DrawerPart } from './master-drawer.tsx'
import { MasterScreen } from './master-screen.tsx'
import { useUnitSource } from './sources.ts'

export function ItemsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const unit = useUnitSource()
  const isActive = useActivityFilter()
  const { data: groups } = useLive(api.masters.listItemGroups, {})
  const choices = (values: readonly string[] = []) => values.map(value => ({ value, label: value }))
  const kindWords = useKindWords()
  const facts = useFacts(kindWords)
  const master: Master<typeof masters.listItems> = {
    name: 'items',
    entity: 'item',
    icon: Category,
    list: api.masters.listItems,
    columns: useColumns(kindWords),
    filters: [
      { kind: 'enum', name: 'kind', label: t('fields.kind'), options: itemKinds.map(value => ({ value, label: kindWords[value] })) },
      { kind: 'enum', name: 'category', label: t('fields.category'), options: choices(groups?.categories) },
      { kind: 'enum', name: 'buyer', label: t('fields.buyer'), options: choices(groups?.buyers) },
      referenceFilter({ name: 'unitId', label: t('fields.unitId'), source: unit }),
      isActive,
    ],
    useRecord: id => useLive(api.masters.getItem, { id }, { clears: true }).data,
    facts,
    words: { kind: kindWords },
    Form: ItemForm,
    setActive: api.masters.setItemActive,
    tools: may('masters.update') && <Button variant="outlined" startIcon={<Grid />} component={Link} to={itemGridPath}>{t('masters.items.sheet.open')}</Button>,
    more: ({ id }) => (
      <DrawerPart title={t('attachments.title')}><AttachmentList entity="item" entityId={id} mayChange={may('masters.update')} /></DrawerPart>
    ),
  }
  return <MasterScreen master={master} />
}

type KindWords = Readonly<Record<ItemKind, string>>

function useKindWords(): KindWords {
  const t = useText()
  return Object.fromEntries(itemKinds.map(kind => [kind, t(`masters.itemKinds.${kind}`)])) as KindWords
}

function useColumns(kindWords: KindWords): readonly BrowseColumn<Item, SortName<typeof masters.listItems>>[] {
  const t = useText()
  const { canSeeCost } = useUser()
  const { decimal, integer, instant, price } = useFormats()
  const count = (value: number | null) => (value === null ? '' : integer(value))
  const unitCost: BrowseColumn<Item, never> = {
    name: 'unitCost', label: t('fields.unitCost'), kind: 'number', value: item => (item.unitCost ? price(item.unitCost) : ''), width: 120,
  }
  return [
    ...useLeadingColumns(),
    { name: 'kind', sorts: true, label: t('fields.kind'), value: ({ kind }) => kindWords[kind], minWidth: 140 },
    { name: 'category', sorts: true, label: t('fields.category'), value: ({ category }) => category, minWidth: 120 },
    { name: 'unitCode', sorts: true, label: t('fields.unitId'), value: ({ unitCode }) => unitCode, width: 90 },
    { name: 'minimumStock', sorts: true, label: t('fields.minimumStock'), kind: 'number', value: ({ minimumStock }) => decimal(minimumStock), width: 120 },
    ...(canSeeCost ? [unitCost] : []),
    { name: 'buyer', sorts: true, label: t('fields.buyer'), value: ({ buyer }) => buyer, isHidden: true },
    { name: 'piecesPerCarton', label: t('fields.piecesPerCarton'), kind: 'number', value: ({ piecesPerCarton }) => count(piecesPerCarton), isHidden: true },
    { name: 'piecesPerPallet', label: t('fields.piecesPerPallet'), kind: 'number', value: row => count(row.piecesPerPallet), isHidden: true },
    { name: 'createdAt', sorts: true, label: t('fields.createdAt'), value: ({ createdAt }) => instant(createdAt, 'short'), minWidth: 140, isHidden: true },
    useActivityColumn(),
  ]
}

function useFacts(kindWords: KindWords): (item: Item) => readonly Fact[] {
  const t = useText()
  const { decimal, integer, price } = useFormats()
  const { canSeeCost } = useUser()
  return item => {
    const { piecesPerCarton, cartonsPerPallet, piecesPerPallet } = item
    const packing = piecesPerCarton === null || cartonsPerPallet === null || piecesPerPallet === null ? ''
      : t('masters.items.packing', { carton: integer(piecesPerCarton), pallet: integer(cartonsPerPallet), pieces: integer(piecesPerPallet) })
    return [
      { label: t('fields.kind'), value: kindWords[item.kind] },
      { label: t('fields.unitId'), value: item.unitCode },
      { label: t('fields.category'), value: item.category },
      { label: t('fields.buyer'), value: item.buyer },
      { label: t('fields.minimumStock'), value: `${decimal(item.minimumStock)} ${item.unitCode}` },
      ...(canSeeCost ? [{ label: t('fields.unitCost'), value: item.unitCost ? price(item.unitCost) : '' }] : []),
      { label: t('masters.items.packingLabel'), value: packing },
      { label: t('fields.notes'), value: item.notes },
    ]
  }
}
