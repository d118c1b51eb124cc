import { useText } from '../core/i18n.ts'
import type { MasterRecord } from './master.ts'

/** A conversion without an item holds for all of them. */
export function useConversionFacts(): (conversion: MasterRecord) => Readonly<Record<string, string | undefined>> {
  const t = useText()
  return ({ itemName }) => ({ itemId: String(itemName ?? t('masters.everyItem')) })
}
