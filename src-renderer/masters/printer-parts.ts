import { useText } from '../core/i18n.ts'
import type { MasterRecord } from './master.ts'

/** A port is a name in digits, and what belongs to no section is everybody's. */
export function usePrinterFacts(): (printer: MasterRecord) => Readonly<Record<string, string | undefined>> {
  const t = useText()
  return ({ port, sectionName }) => ({ port: String(port), sectionId: String(sectionName ?? t('masters.labelPrinters.ofAll')) })
}
