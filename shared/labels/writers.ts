import type { PrinterLanguage } from '../masters/printers.ts'
import type { Label, LabelForm } from './layout.ts'
import { labelTspl } from './tspl.ts'
import { labelZpl } from './zpl.ts'

/** IO-10: so many of a label, in each language a printer may understand. */
export const labelWriters: Readonly<Record<PrinterLanguage, (label: Label, form: LabelForm, copies: number) => string>> = { ZPL: labelZpl, TSPL: labelTspl }
