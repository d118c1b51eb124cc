/** TR-10: what the code of a slip says. `stamp`: when it was made, on the factory's clock, `YYYYMMDDHHMMSS`. */
export interface SlipCode {
  readonly section: string
  readonly article: string
  readonly batch: string
  readonly week: string
  readonly destination: string
  readonly pieces: number
  readonly stamp: string
}

/** Stands where a slip has no week or destination. */
const nothing = '-'

/** `CUT|CUT-HIU-01|BATCH-2026-001|22|DE|5000|20260119083000` */
export function slipCode({ section, article, batch, week, destination, pieces, stamp }: Omit<SlipCode, 'week' | 'destination'> & { readonly week: string | null; readonly destination: string | null }): string {
  return [section, article, batch, week ?? nothing, destination ?? nothing, String(pieces), stamp].map(part => part.replaceAll('|', '/')).join('|').toUpperCase()
}

/** Its seven parts; nothing where it has fewer or more, or one of them cannot be read (E101). */
export function readSlipCode(code: string): SlipCode | undefined {
  const parts = code.trim().split('|')
  const [section, article, batch, week, destination, pieces, stamp] = parts
  if (parts.length !== partCount || section === undefined || article === undefined || batch === undefined || week === undefined || destination === undefined || pieces === undefined || stamp === undefined) return undefined
  if (parts.some(part => part.trim() === '') || !/^[1-9]\d*$/.test(pieces) || !isStamp(stamp)) return undefined
  return { section, article, batch, week, destination, pieces: Number(pieces), stamp }
}
/** How many parts a slip's code has. */
export const partCount = 7

/** Whether a scanned text is meant to be the code of a slip. */
export function looksLikeSlip(code: string): boolean {
  return code.includes('|')
}

function isStamp(stamp: string): boolean {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? []
  if (year === undefined) return false
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${year}-${month}-${day}T${hour}`)
}

/** The stamp of a moment on a clock: day `2026-01-19`, time `08:30`, and its seconds. */
export function stampOf(day: string, time: string, seconds: number): string {
  return `${day}${time}`.replace(/[-:]/g, '') + String(seconds).padStart(2, '0')
}
