import Grid from '@mui/icons-material/GridOnOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { Link } from 'react-router'
import { piecesPerPallet } from '../../shared/masters/rules.ts'
import type { BrowseFilter } from '../components/browse-filters.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { useOption } from '../components/reference-name.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { masterPaths } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { DrawerPart } from './drawer-part.tsx'
import { itemGridPath } from './item-grid-path.ts'
import type { MasterRecord } from './master.ts'
import type { ControlProps } from './presentation.ts'
import { useMasterSource } from './sources.ts'
import { SuggestField } from './suggest-field.tsx'

export function ItemCategoryField(props: ControlProps): ReactNode {
  return <SuggestField {...props} options={useItemGroups().categories} />
}
export function ItemBuyerField(props: ControlProps): ReactNode {
  return <SuggestField {...props} options={useItemGroups().buyers} />
}

const noGroups = { categories: [], buyers: [] }
function useItemGroups(): { readonly categories: readonly string[]; readonly buyers: readonly string[] } {
  return useLive(useApi().masters.listItemGroups, {}).data ?? noGroups
}

/** With the code of the unit that is chosen. */
export function ItemMinimumField({ record, ...props }: ControlProps): ReactNode {
  return <DecimalField {...props} unit={useChosenUnit(record)} />
}
export function ItemCostField({ record, ...props }: ControlProps): ReactNode {
  const { currency } = useFactory()
  const unit = useChosenUnit(record)
  return <DecimalField {...props} unit={unit === undefined ? currency : `${currency}/${unit}`} />
}

function useChosenUnit(record: MasterRecord | undefined): string | undefined {
  const source = useMasterSource('unit')
  const chosen = useFormContext().watch('unitId') as unknown
  const id = typeof chosen === 'string' && chosen !== '' ? chosen : null
  const option = useOption(source, id === record?.unitId ? null : id)
  return id !== null && id === record?.unitId ? String(record.unitCode) : option?.code
}

/** MD-1 as it is typed. */
export function PackingPreview(): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const [carton, pallet] = useFormContext().watch(['piecesPerCarton', 'cartonsPerPallet']) as unknown[]
  if (typeof carton !== 'number' || typeof pallet !== 'number') return null
  const pieces = piecesPerPallet({ piecesPerCarton: carton, cartonsPerPallet: pallet })
  if (pieces === null) return null
  return (
    <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mt: -1 }}>
      {t('masters.items.packing', { carton: integer(carton), pallet: integer(pallet), pieces: integer(pieces) })}
    </Typography>
  )
}

export function ItemTools(): ReactNode {
  const t = useText()
  return useMay()('masters.update') && <Button variant="outlined" startIcon={<Grid />} component={Link} to={itemGridPath}>{t('masters.items.sheet.open')}</Button>
}

/** The packing in one sentence, the minimum with its unit. */
export function useItemFacts(): (item: MasterRecord) => Readonly<Record<string, string | undefined>> {
  const t = useText()
  const { decimal, integer } = useFormats()
  return item => {
    const { piecesPerCarton, cartonsPerPallet, piecesPerPallet: pieces } = item
    const packing = typeof piecesPerCarton === 'number' && typeof cartonsPerPallet === 'number' && typeof pieces === 'number'
      ? t('masters.items.packing', { carton: integer(piecesPerCarton), pallet: integer(cartonsPerPallet), pieces: integer(pieces) }) : ''
    return { minimumStock: `${decimal(item.minimumStock as Parameters<typeof decimal>[0])} ${String(item.unitCode)}`, piecesPerCarton: packing, cartonsPerPallet: undefined }
  }
}

export function useItemFilters(): Readonly<Record<string, BrowseFilter>> {
  const t = useText()
  const { categories, buyers } = useItemGroups()
  const among = (name: 'category' | 'buyer', values: readonly string[]): BrowseFilter => ({ kind: 'enum', name, label: t(`fields.${name}`), options: values.map(value => ({ value, label: value })) })
  return { category: among('category', categories), buyer: among('buyer', buyers) }
}

/** The variants of an article. */
export function ItemVariants({ record: { id } }: { readonly record: MasterRecord }): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().masters.listItems, { filter: { parentId: id, isActive: true }, pageSize: 50 })
  if (!data || data.rows.length === 0) return null
  return (
    <DrawerPart title={t('masters.items.variants')}>
      {data.rows.map(({ id: variant, code, name }) => <Typography key={variant} component={Link} to={`${masterPaths.items}?id=${variant}`} variant="body2">{code} — {name}</Typography>)}
    </DrawerPart>
  )
}
