/** A number exactly as its plain decimal text says ("1250.5"): quantities and money, which no float may hold. */
export interface ExactNumber { readonly exact: string }
/** A calendar day, `YYYY-MM-DD`. */
export interface Day { readonly day: string }
/** What one cell of an exported table holds. Text that only looks like a number stays text: codes keep their leading zeros. */
export type Cell = string | number | ExactNumber | Day | null

/** What takes a table row by row, whatever the file's format. */
export interface TableWriter {
  /** Resolves when the next row may come: it yields now and then, so that a long export never holds up its thread. */
  row(cells: readonly Cell[]): Promise<void>
}

/** Characters by which a spreadsheet takes text for a formula, in their full-width forms too. */
const formulaStart = '=+\\-−@＝＋－＠\\t\\r\\n'
const dangerous = new RegExp(`^'*[${formulaStart}]`, 'u')
const guarded = new RegExp(`^'+[${formulaStart}]`, 'u')

/**
 * Text that no spreadsheet takes for a formula (RP-5): an apostrophe goes before whatever would start one, and before
 * apostrophes that already do so, so that `readableText` gives back exactly what went in.
 */
export function safeText(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** The text behind `safeText`. */
export function readableText(text: string): string {
  return guarded.test(text) ? text.slice(1) : text
}
