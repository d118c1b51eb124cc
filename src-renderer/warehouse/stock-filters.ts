import { itemKinds } from '../../shared/masters/items.ts'
import { abcClasses } from '../../shared/warehouse/abc.ts'
import { stockStatuses } from '../../shared/warehouse/rules.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { useStores } from './entry-item.ts'

type ItemFilter = 'status' | 'itemKind' | 'category' | 'abcClass' | 'hasStock'
type PlaceFilter = 'locationId' | 'sectionId'

/** What both lists of stock can be narrowed by. */
export function useItemFilters(): readonly BrowseFilter<ItemFilter>[] {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { data: groups } = useLive(api.masters.listItemGroups, {}, { enabled: may('masters.view') })
  const category = { name: 'category', label: t('warehouse.fields.category') } as const
  return [
    {
      kind: 'enum',
      name: 'status',
      label: t('warehouse.fields.status'),
      isMultiple: true,
      options: stockStatuses.map(value => ({ value, label: t(`warehouse.statuses.${value}`) })),
    },
    {
      kind: 'enum',
      name: 'itemKind',
      label: t('warehouse.fields.itemKind'),
      options: itemKinds.filter(kind => kind !== 'SERVICE').map(value => ({ value, label: t(`masters.itemKinds.${value}`) })),
    },
    groups
      ? { ...category, kind: 'enum', options: groups.categories.filter(Boolean).map(value => ({ value, label: value })) }
      : { ...category, kind: 'text' },
    {
      kind: 'enum',
      name: 'abcClass',
      label: t('warehouse.fields.abcClass'),
      isMultiple: true,
      options: abcClasses.map(value => ({ value, label: t(`warehouse.counts.abcClasses.${value}`) })),
    },
    {
      kind: 'boolean',
      name: 'hasStock',
      label: t('warehouse.fields.hasStock'),
      yes: t('warehouse.stock.withStock'),
      no: t('warehouse.stock.withoutStock'),
    },
  ]
}

/** Where stock stands. */
export function usePlaceFilters(): readonly BrowseFilter<PlaceFilter>[] {
  const t = useText()
  const stores = useStores()
  const sections = new Map(stores.flatMap(({ sectionId, sectionName }) => (sectionId === null ? [] : [[sectionId, sectionName ?? '']])))
  return [
    { kind: 'enum', name: 'locationId', label: t('warehouse.fields.location'), options: stores.map(({ id, path }) => ({ value: id, label: path })) },
    { kind: 'enum', name: 'sectionId', label: t('warehouse.fields.section'), options: [...sections].map(([value, label]) => ({ value, label })) },
  ]
}
