/** The lines of a BOM as one text, as an import keeps and compares them: a line each, its parts behind tabs. What is empty is not said. */
export interface WrittenLine { readonly component: string; readonly quantity: string; readonly unit: string; readonly wastagePercent: string; readonly selection: string; readonly substitutes: string }

export function linesText(lines: readonly WrittenLine[]): string {
  return lines.map(({ component, quantity, unit, wastagePercent, selection, substitutes }) => [component, quantity, unit, wastagePercent, selection, substitutes].join('\t')).join('\n')
}

export function readLines(text: string): WrittenLine[] {
  return text === '' ? [] : text.split('\n').map(line => {
    const [component = '', quantity = '', unit = '', wastagePercent = '', selection = '', substitutes = ''] = line.split('\t')
    return { component, quantity, unit, wastagePercent, selection, substitutes }
  })
}

export interface LineChange { readonly before: WrittenLine | undefined; readonly after: WrittenLine | undefined }

/** What differs, in whatever order the lines stand: a component that comes several times meets itself in turn. What `after` does not say is as it was. */
export function lineChanges(before: readonly WrittenLine[], after: readonly WrittenLine[]): LineChange[] {
  const kept = Map.groupBy(before, ({ component }) => component.toLowerCase())
  const changes = after.flatMap((line): LineChange[] => {
    const known = kept.get(line.component.toLowerCase())?.shift()
    return known && saysSame(known, line) ? [] : [{ before: known, after: line }]
  })
  return [...changes, ...[...kept.values()].flat().map(line => ({ before: line, after: undefined }))]
}

function saysSame(kept: WrittenLine, said: WrittenLine): boolean {
  const isSame = (name: 'wastagePercent' | 'selection' | 'substitutes') => said[name] === '' || said[name] === kept[name]
  return kept.quantity === said.quantity && kept.unit.toLowerCase() === said.unit.toLowerCase() && isSame('wastagePercent') && isSame('selection') && isSame('substitutes')
}
