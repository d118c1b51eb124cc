import { decimalText, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import { useFormats } from '../core/formats.ts'

/** How long a stage took (IF-19), as screens say it: in whole minutes, `1 j 25 mnt` where it was long. Reports and exports keep its parts. */
export function useTook(): (minutes: Decimal) => string {
  const { minutes } = useFormats()
  return took => minutes(Number(decimalText(toPlaces(took, 0))))
}
