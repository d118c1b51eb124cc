import { unreadable } from './source.ts'

/** What a piece of XML says, by local names: prefixes differ from program to program. */
export interface XmlListener {
  open(name: string, attributes: string): void
  text(text: string): void
  close(name: string): void
}

/** Takes XML in pieces of any length. Throws `file-unreadable` for what is not well-formed, or brings its own entities. */
export interface XmlReader {
  write(piece: string): void
  end(): void
}

const tag = /<(\/?)([^\s/>!?'"=]+)((?:[^'">]|"[^"]*"|'[^']*')*?)(\/?)>/y
const aside = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/y
const literal = /<!\[CDATA\[([\s\S]*?)\]\]>/y
/** The longest stretch that may wait for its end: text of a cell has 32,767 characters at most. */
const longestStretch = 1024 * 1024

/**
 * exceljs reads too, but it cuts characters in two where a chunk of the file ends, keeps the last run only of rich text within a
 * cell, and does not hold a file to the sizes it declares. So spreadsheets are read with this.
 */
export function createXmlReader(listener: XmlListener): XmlReader {
  let rest = ''
  let depth = 0

  /** Reads one tag, comment or literal at `at`; where it ends, or nothing if it is not all there yet. */
  function readMarkup(source: string, at: number): number | undefined {
    tag.lastIndex = aside.lastIndex = literal.lastIndex = at
    const found = tag.exec(source)
    if (found) {
      const [, closing, qualified = '', attributes = '', empty] = found
      const name = qualified.slice(qualified.indexOf(':') + 1)
      if (closing) depth -= 1
      else if (!empty) depth += 1
      if (depth < 0) throw unreadable('damaged')
      if (!closing) listener.open(name, attributes)
      if (closing || empty) listener.close(name)
      return tag.lastIndex
    }
    if (aside.test(source)) return aside.lastIndex
    const text = literal.exec(source)
    if (text) {
      listener.text(text[1] ?? '')
      return literal.lastIndex
    }
    if (source.startsWith('<!DOCTYPE', at) || source.startsWith('<!ENTITY', at)) throw unreadable('damaged')
    return undefined
  }

  return {
    write(piece) {
      const source = rest + piece
      let at = 0
      for (;;) {
        const next = source.indexOf('<', at)
        if (next < 0) break
        if (next > at) listener.text(decoded(source.slice(at, next)))
        at = next
        const end = readMarkup(source, at)
        if (end === undefined) break
        at = end
      }
      rest = source.slice(at)
      if (rest.length > longestStretch) throw unreadable('damaged')
    },
    end() {
      if (depth !== 0 || rest.trim() !== '') throw unreadable('damaged')
    },
  }
}

/** A spreadsheet asks for the same few attributes millions of times. */
const patterns = new Map<string, RegExp>()

/** The value of an attribute, by its local name. */
export function attribute(attributes: string, name: string): string | undefined {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const found = pattern.exec(attributes)
  const value = found?.[1] ?? found?.[2]
  return value === undefined ? undefined : decoded(value)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(\w+));/gi, (whole, hexadecimal?: string, digits?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hexadecimal === undefined ? Number(digits) : parseInt(hexadecimal, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
