/** The screens' own scheme: no network is asked, and no path of the disk is ever an address. */
export const scheme = 'app'
export const origin = `${scheme}://lantai`
export const startAddress = `${origin}/`

/** Whether an address is one of our screens. Read as an address, because a text may only begin like one. */
export function isOwnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, host, username, password } = new URL(text)
  return protocol === `${scheme}:` && host === 'lantai' && username === '' && password === ''
}
