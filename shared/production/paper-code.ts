import { BusinessDaySchema, type BusinessDay } from '../core/dates.ts'
import { formKinds, type FormKind } from './forms.ts'

/** What the code at the head of a printed form says: whose it is, from which day, and whether it is of a day or a week. */
export interface PaperCode { readonly section: string; readonly day: BusinessDay; readonly kind: FormKind }

const form = /^FORM:(DAY|WEEK):(\d{4}-\d\d-\d\d):(.+)$/i

/** `FORM:DAY:2026-11-29:CUT`. */
export function paperCode({ section, day, kind }: PaperCode): string {
  return ['FORM', kind, day, section].join(':')
}

/** Nothing where it is the code of something else. */
export function readPaperCode(text: string): PaperCode | undefined {
  const [, kindText, dayText, section] = form.exec(text.trim()) ?? []
  const kind = formKinds.find(one => one === kindText?.toUpperCase())
  const day = BusinessDaySchema.safeParse(dayText)
  return kind === undefined || section === undefined || !day.success ? undefined : { section, day: day.data, kind }
}
