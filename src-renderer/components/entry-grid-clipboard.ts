/** Cells of a block, row by row; rows may be of different length. */
export type Block = readonly (readonly string[])[]

/**
 * The text a spreadsheet puts on the clipboard: cells between tabs, rows between line breaks, and in quotes whatever holds either.
 * A quote that nobody closes, or that something stands behind, is a quote and no more. One line break at the end ends the last row.
 */
export function readBlock(text: string): Block {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const { cell, end } = readQuoted(text, at) ?? readPlain(text, at)
    rows.at(-1)!.push(cell)
    if (end >= text.length) break
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (text[end] === '\t') continue
    if (at >= text.length) break
    rows.push([])
  }
  return rows
}

/** Tabs and line breaks, quoted where a cell holds them or begins like a quoted one. */
export function writeBlock(block: Block): string {
  return block.map(row => row.map(quoted).join('\t')).join('\r\n')
}

/**
 * The same as a table of a page: a spreadsheet prefers it and takes cells marked as text as they are, so that a code keeps its
 * leading zeros and "1-2" does not become a day. `isText` says which columns are.
 */
export function writeTable(block: Block, isText: readonly boolean[]): string {
  const cell = (text: string, column: number) => `<td${isText[column] ? ` style="mso-number-format:'\\@'"` : ''}>${escaped(text)}</td>`
  return `<table>${block.map(row => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

interface Read { readonly cell: string; readonly end: number }

function readQuoted(text: string, start: number): Read | undefined {
  if (text[start] !== '"') return undefined
  const found = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/y
  found.lastIndex = start
  const match = found.exec(text)
  return match ? { cell: match[1]!.replaceAll('""', '"').replace(/\r\n?/g, '\n'), end: found.lastIndex } : undefined
}

function readPlain(text: string, start: number): Read {
  const found = /[\t\r\n]/g
  found.lastIndex = start
  const end = found.exec(text)?.index ?? text.length
  return { cell: text.slice(start, end), end }
}

function quoted(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')
}
