type Heard = (event: object, ...given: unknown[]) => void

declare global {
  interface Window {
    __ipc(kind: 'send' | 'invoke', channel: string, given: unknown[]): Promise<unknown>
    __deliver?(channel: string, given: unknown[]): void
    __title(title: string): Promise<void>
    __focus(): Promise<void>
    __open(address: string): Promise<void>
    __may(permission: string): Promise<boolean>
  }
}

/** Runs in a page before anything else: says what a window says of itself, and gives what the built preload loads its `electron` by. */
export function pageScript(): (name: string) => unknown {
  const heard = new Map<string, Set<Heard>>()
  const listeners = (channel: string) => heard.get(channel) ?? heard.set(channel, new Set()).get(channel)!
  const pack = (value: unknown): unknown => {
    if (!(value instanceof Uint8Array)) return value
    let text = ''
    for (let at = 0; at < value.length; at += 0x8000) text += String.fromCharCode(...value.subarray(at, at + 0x8000))
    return { __bytes: btoa(text) }
  }
  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) for (const member of Object.values(Object.freeze(value))) freeze(member)
    return value
  }
  const electron = {
    ipcRenderer: {
      send: (channel: string, ...given: unknown[]) => void window.__ipc('send', channel, given.map(pack)),
      invoke: (channel: string, ...given: unknown[]) => window.__ipc('invoke', channel, given.map(pack)),
      on: (channel: string, listener: Heard) => listeners(channel).add(listener),
      off: (channel: string, listener: Heard) => listeners(channel).delete(listener),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => Object.defineProperty(window, name, { value: freeze(api), enumerable: true }),
    },
  }
  window.__deliver = (channel, given) => {
    for (const listener of [...listeners(channel)]) listener({}, ...given)
  }
  let title = ''
  const tellTitle = () => {
    if (document.title !== title) void window.__title((title = document.title))
  }
  new MutationObserver(tellTitle).observe(document, { subtree: true, childList: true, characterData: true })
  addEventListener('focus', () => void window.__focus())

  // A window that a page asks for is the program's to open: the browser is not asked.
  const ask = (address: string) => void window.__open(new URL(address, location.href).href)
  window.open = address => {
    ask(String(address ?? 'about:blank'))
    return null
  }
  const askByLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    const isAsked = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1 || link?.getAttribute('target') === '_blank'
    if (!(link instanceof HTMLAnchorElement) || !isAsked || event.button > 1) return
    event.preventDefault()
    event.stopPropagation()
    ask(link.href)
  }
  addEventListener('click', askByLink, { capture: true })
  addEventListener('auxclick', askByLink, { capture: true })
  const state = async ({ name }: PermissionDescriptor) => ({ name, state: (await window.__may(name)) ? 'granted' : 'denied', onchange: null })
  Object.defineProperty(navigator.permissions, 'query', { value: state })
  return name => {
    if (name === 'electron') return electron
    throw new Error(`A preload in a sandbox cannot load ${name}`)
  }
}
