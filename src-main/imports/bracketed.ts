/** An article as many programs write it in their files: `[00123] Fabric`. */
export interface BracketedName { readonly code: string; readonly name: string }

const form = /^\[([^\]]+)\]\s*(.*)$/s

/** Nothing where the text is no more than a code or a name. */
export function bracketed(text: string): BracketedName | undefined {
  const [, code = '', name = ''] = form.exec(text.trim()) ?? []
  return code.trim() === '' ? undefined : { code: code.trim(), name: name.trim() || code.trim() }
}

/** What is called as its code says is written without brackets; so is a code that would not be read back from them. */
export function inBrackets({ code, name }: BracketedName): string {
  const text = `[${code}] ${name}`
  return code === name || bracketed(text)?.code !== code ? code : text
}
