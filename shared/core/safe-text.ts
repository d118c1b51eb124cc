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
