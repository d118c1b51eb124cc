import { variantKinds, type VariantKind } from './rules.ts'

/** What may stand in for a component; numbers as plain decimal text. */
export interface WrittenSubstitute {
  readonly code: string; readonly quantityVariancePercent: string; readonly weight: string; readonly kind: VariantKind; readonly leadTimeDays: string
}

const usual = { quantityVariancePercent: '0', weight: '1', kind: 'ALTERNATIVE', leadTimeDays: '0' } as const

/**
 * As one cell of a table says it, the preferred first: `KN-02; KN-03 | 5 | 0.5 | OPTIONAL | 3`. Behind a code stand how much more of it is taken in percent,
 * its weight, what it is, and its days; what is usual is left out at the end. Whether it is approved is no matter of tables.
 */
export function substitutesText(substitutes: readonly WrittenSubstitute[]): string {
  return substitutes.map(({ code, ...said }) => {
    const parts = [said.quantityVariancePercent, said.weight, said.kind, said.leadTimeDays]
    const unusual = parts.findLastIndex((part, at) => part !== Object.values(usual)[at])
    return [code, ...parts.slice(0, unusual + 1)].join(' | ')
  }).join('; ')
}

/** `faulty` is the first part of the text that cannot be read. */
export function readSubstitutes(text: string): { readonly substitutes: readonly WrittenSubstitute[]; readonly faulty: string | undefined } {
  const parts = text.split(';').map(part => part.trim()).filter(Boolean)
  const read = parts.map(part => ({ part, substitute: readOne(part) }))
  return { substitutes: read.flatMap(({ substitute }) => substitute ?? []), faulty: read.find(({ substitute }) => substitute === undefined)?.part }
}

function readOne(part: string): WrittenSubstitute | undefined {
  const [code = '', more = '', weight = '', kind = '', days = '', ...rest] = part.split('|').map(one => one.trim())
  const quantityVariancePercent = numberIn(more.replace('%', ''), usual.quantityVariancePercent)
  const [weighs, leadTimeDays] = [numberIn(weight, usual.weight), numberIn(days, usual.leadTimeDays)]
  const named = kind === '' ? usual.kind : variantKinds.find(one => one === kind.toUpperCase())
  if (code === '' || rest.length > 0 || !quantityVariancePercent || !weighs || !leadTimeDays || !named) return undefined
  if (weighs.startsWith('-') || !/^\d{1,3}$/.test(leadTimeDays)) return undefined
  return { code, quantityVariancePercent, weight: weighs, kind: named, leadTimeDays }
}

function numberIn(text: string, otherwise: string): string | undefined {
  const plain = text.trim().replace(',', '.').replace(/^\+/, '')
  if (plain === '') return otherwise
  return /^-?\d{1,4}(\.\d{1,4})?$/.test(plain) ? String(Number(plain)) : undefined
}
