import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { isZero, type Decimal } from '../../shared/core/decimal.ts'
import { placeSeparator } from '../../shared/masters/rules.ts'
import { useText } from '../core/i18n.ts'
import { useQuantityTexts, type Unit } from './quantities.ts'

/** One line that ends in an ellipsis; on touch screens, where rows are high and narrow, several, in the middle of the row. */
export const lines = {
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  '@media (pointer: coarse)': {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    height: '100%',
    lineHeight: 1.3,
    '& > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
  },
} as const

/** A long name takes a second line where there is one. With its `path`, what stands above a place comes after its name, paler. */
export function NameCell({ name, path = name }: { readonly name: string; readonly path?: string }): ReactNode {
  const above = path.slice(0, -(placeSeparator.length + name.length))
  return (
    <Box component="span" title={path} sx={lines}>
      <Box
        component="span"
        sx={{
          '@media (pointer: coarse)': { display: '-webkit-box !important', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', whiteSpace: 'normal' },
        }}
      >
        {name}
        {above !== '' && (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' · '}
            {above}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** A code stands out: it is what people look for. */
export function CodeCell({ code }: { readonly code: string }): ReactNode {
  return (
    <Box component="span" title={code} sx={{ fontWeight: 600 }}>
      {code}
    </Box>
  )
}

/** Code and name in one line, for lists that are about something else. */
export function ItemCell({ code, name }: { readonly code: string; readonly name: string }): ReactNode {
  return (
    <Box component="span" title={`${code} — ${name}`} sx={lines}>
      <Box component="span" sx={{ fontWeight: 600 }}>
        {code}
      </Box>{' '}
      <span>{name}</span>
    </Box>
  )
}

/** A quantity of a list; nothing at all is pale, so that what there is stands out. */
export function QuantityCell({
  quantity,
  unit,
  isStrong = false,
}: {
  readonly quantity: Decimal
  readonly unit: Unit
  readonly isStrong?: boolean
}): ReactNode {
  const { bare } = useQuantityTexts()
  return (
    <Box component="span" sx={{ fontWeight: isStrong ? 650 : 400, color: isZero(quantity) ? 'text.secondary' : 'text.primary' }}>
      {bare(quantity, unit)}
    </Box>
  )
}

/** A quantity with its unit, for lists in which every row has another one. */
export function UnitQuantityCell({
  quantity,
  unit,
  isUndone = false,
}: {
  readonly quantity: Decimal
  readonly unit: Unit
  readonly isUndone?: boolean
}): ReactNode {
  const { bare } = useQuantityTexts()
  return (
    <>
      <Box component={isUndone ? 's' : 'span'} sx={{ fontWeight: 650, color: isUndone ? 'text.secondary' : 'text.primary' }}>
        {bare(quantity, unit)}
      </Box>
      <Box component="span" sx={{ color: 'text.secondary', ml: 0.75 }}>
        {unit.unitCode}
      </Box>
    </>
  )
}

/** Whose store it is. */
export function SectionCell({ name }: { readonly name: string | null }): ReactNode {
  const t = useText()
  return (
    name ?? (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('warehouse.stock.ofFactory')}
      </Box>
    )
  )
}
