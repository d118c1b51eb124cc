import { decimalText } from '../../shared/core/decimal.ts'
import { readOwnCode } from '../../shared/scan/own-code.ts'
import type { RequisitionLine } from '../../shared/warehouse/requisitions.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'

/** At a hand-over a scanned item, or a lot of it, leads to its quantity; a carton is so much of it. */
export function useRequisitionScan(lines: readonly RequisitionLine[], take: (line: RequisitionLine, quantity?: string) => void): void {
  const t = useText()
  useScan(code => {
    const own = readOwnCode(code)
    const wanted = (own?.code ?? code).toLowerCase()
    const line = lines.find(({ itemCode }) => itemCode.toLowerCase() === wanted) ?? lines.find(({ itemCode }) => (own === undefined || own.kind === 'lot') && lotOf(itemCode.toLowerCase(), wanted))
    if (!line) return undefined
    take(line, own?.quantity && decimalText(own.quantity))
    return { isKnown: true, text: t('scan.taken', { field: t('warehouse.requisitions.fields.now'), name: line.itemName }) }
  }, 'entry')
}

/** `KAIN-01-20261120-001`, or a lot of an order: `LOT-PO-2026-00001-KAIN-01-20261120083400`. */
function lotOf(itemCode: string, lotCode: string): boolean {
  return /-\d{8}/.test(lotCode) && (lotCode.startsWith(`${itemCode}-`) || lotCode.includes(`-${itemCode}-`))
}
