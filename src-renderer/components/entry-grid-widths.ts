import { z } from 'zod'

/** Widths that were drawn by hand stay with the browser, as those of lists do. */
const Widths = z.record(z.string(), z.number())
const keyOf = (grid: string) => `lantai.grid.${grid}`

export function keptWidths(grid: string): Record<string, number> {
  const text = localStorage.getItem(keyOf(grid))
  return Widths.safeParse(text === null ? {} : JSON.parse(text)).data ?? {}
}

export function keepWidths(grid: string, widths: Readonly<Record<string, number>>): void {
  if (Object.keys(widths).length > 0) localStorage.setItem(keyOf(grid), JSON.stringify(widths))
  else localStorage.removeItem(keyOf(grid))
}
