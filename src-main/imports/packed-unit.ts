import { unitSynonyms } from '../../shared/masters/items.ts'
import { plain } from './nearest.ts'

/** A carton with the pieces it holds, as many programs write it: `CTN 60`. `unit` is what stands before the number. */
export interface PackedUnit { readonly unit: string; readonly pieces: string }

const form = /^(\p{L}+)[\s._:@×/-]*(?:isi\s*)?0*([1-9]\d{0,5})(?:\s*(\p{L}+))?$/iu

/** Nothing where the text is a unit like any other. */
export function packedUnit(text: string): PackedUnit | undefined {
  const [, unit, pieces, counted = 'Pcs'] = form.exec(text.trim()) ?? []
  return unit !== undefined && pieces !== undefined && isCarton(unit) && isPiece(counted) ? { unit, pieces } : undefined
}

/** As it is read back. */
export function packedText({ unit, pieces }: PackedUnit): string {
  return `${unit} ${pieces}`
}

export function isCarton(name: string): boolean {
  return isCalled(name, 'Ctn')
}

export function isPiece(name: string): boolean {
  return isCalled(name, 'Pcs')
}

function isCalled(name: string, code: 'Ctn' | 'Pcs'): boolean {
  return [plain(code), ...unitSynonyms[code]].includes(plain(name))
}
