import { useMemo } from 'react'
import { z } from 'zod'
import { DecimalSchema, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { useFormats } from '../core/formats.ts'

/** The unit an item is counted in. */
export interface Unit {
  readonly unitCode: string
  readonly unitPlaces: number
}

export interface QuantityTexts {
  /** `1.250,50`: as many decimals as the unit has. */
  bare(quantity: Decimal, unit: Unit): string
  /** `1.250,50 M` */
  full(quantity: Decimal, unit: Unit): string
  /** `+1.250,50`, `−12,00`, `0,00` */
  signed(quantity: Decimal, unit: Unit): string
}

/** How quantities are written: in the user's language, with the places of their unit. */
export function useQuantityTexts(): QuantityTexts {
  const { decimal } = useFormats()
  return useMemo(() => {
    const bare: QuantityTexts['bare'] = (quantity, { unitPlaces }) => decimal(quantity, unitPlaces)
    return {
      bare,
      full: (quantity, unit) => `${bare(quantity, unit)}\u00a0${unit.unitCode}`,
      signed: (quantity, unit) => (isPositive(quantity) ? '+' : '') + bare(quantity, unit),
    }
  }, [decimal])
}

/** What a quantity field holds, if it is a quantity. */
export function readQuantity(value: unknown): Decimal | undefined {
  return typeof value === 'string' ? z.safeDecode(DecimalSchema, value).data : undefined
}
