/** A spreadsheet's number as plain decimal text, with the 15 digits it counts with. */
export function spreadsheetNumber(number: number): string {
  const text = String(Number(number.toPrecision(15)))
  if (!text.includes('e')) return text
  return text.includes('e-') ? number.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(number)).toString()
}
