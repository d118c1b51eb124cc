import type { Session } from 'electron'
import { isOwnAddress } from './own-address.ts'

/** What our own screens may use without asking; everything else, and everybody else, is refused. */
const granted: ReadonlySet<string> = new Set(['notifications', 'clipboard-sanitized-write'])

/** Nothing leaves the program, nothing from elsewhere comes in, and no page is given what it does not need. */
export function guardSession(session: Session): void {
  const mayUse = (permission: string, address: string) => granted.has(permission) && isOwnAddress(address)
  session.setPermissionRequestHandler((_, permission, answer, { requestingUrl }) => answer(mayUse(permission, requestingUrl)))
  session.setPermissionCheckHandler((_, permission, requestingOrigin) => mayUse(permission, requestingOrigin))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_, answer) => answer(null))
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
}

/** The tools for developers are part of the program; they open only where it is not packaged. */
function isLocal(url: string): boolean {
  const inner = url.startsWith('blob:') ? url.slice('blob:'.length) : url
  return isOwnAddress(inner) || url.startsWith('data:') || url.startsWith('devtools:')
}
