import type { CustomTableLayout } from 'pdfmake'

/** The colours of our papers: few, and dark enough for a worn office printer. */
export const inks = {
  text: '#1b2529', quiet: '#5b6a71', accent: '#1f4e5f', line: '#c9d3d8', fill: '#edf2f4',
  critical: '#b3261e', warning: '#8a5300', good: '#2b6a3f', neutral: '#1b2529',
} as const

const none = () => 0

/** Hairlines between rows, a filled heading, no vertical lines. */
export const hairlines: CustomTableLayout = {
  hLineWidth: (at, { table: { headerRows = 0, body } }) => (at === 0 ? 0 : at === 1 || at === headerRows ? 0.8 : at === body.length ? 0.8 : 0.4),
  hLineColor: (at, { table: { headerRows = 0, body } }) => (at === 1 || at === headerRows || at === body.length ? inks.accent : inks.line),
  vLineWidth: none,
  fillColor: row => (row === 0 ? inks.fill : null),
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 2.6,
  paddingBottom: () => 2.2,
}

/** Sums under a table, in line with its columns. */
export const sums: CustomTableLayout = { ...hairlines, hLineWidth: at => (at === 0 ? 0 : 0.4), hLineColor: inks.line, fillColor: () => null }

/** Boxes to sign in. */
export const boxes: CustomTableLayout = {
  hLineWidth: () => 0.6, vLineWidth: () => 0.6, hLineColor: inks.line, vLineColor: inks.line,
  paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 4, paddingBottom: () => 4,
}
