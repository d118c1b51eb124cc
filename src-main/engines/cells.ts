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
