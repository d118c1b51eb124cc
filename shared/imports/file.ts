import { z } from 'zod'

export const fileFormats = ['csv', 'xlsx'] as const
export const FileFormat = z.enum(fileFormats)
export type FileFormat = z.infer<typeof FileFormat>

export const delimiters = [';', ',', '\t', '|'] as const
export const Delimiter = z.enum(delimiters)
export type Delimiter = z.infer<typeof Delimiter>

/** Which of the two parts the whole from the decimals: Indonesian writes 1.250,5. */
export const DecimalMark = z.enum([',', '.'])
export type DecimalMark = z.infer<typeof DecimalMark>

/** Whether a date begins with its day, as in Indonesia, or with its month, as in the United States. A year in front needs no order. */
export const DayOrder = z.enum(['dmy', 'mdy'])
export type DayOrder = z.infer<typeof DayOrder>

/** Why a file is `file-unreadable`; the words are `imports.unreadable.<reason>`, some with a row. */
export const unreadableReasons = ['empty', 'old-excel', 'not-a-table', 'damaged', 'no-sheet', 'no-heading', 'open-quote', 'bad-quotes', 'row-order'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]
