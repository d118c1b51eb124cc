import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

/** How many lines and pieces, in words: “1 line · 4 pieces”. */
export function useAmounts(): (lines: number, pieces: number) => string {
  const t = useText()
  const { integer } = useFormats()
  return (lines, pieces) => [t('fulfilment.amounts.lines', { count: lines, shown: integer(lines) }), t('fulfilment.amounts.pieces', { count: pieces, shown: integer(pieces) })].join(' · ')
}
