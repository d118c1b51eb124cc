/** A policy of what a page may load and reach, by directive. */
type Policy = Readonly<Record<string, readonly string[]>>

/** The screens load nothing from elsewhere. MUI's emotion writes its styles into the page, hence their `unsafe-inline`. */
const policy: Policy = {
  'default-src': ["'self'"], 'script-src': ["'self'"], 'script-src-attr': ["'none'"], 'style-src': ["'self'", "'unsafe-inline'"], 'font-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'], 'connect-src': ["'self'"], 'object-src': ["'none'"], 'base-uri': ["'self'"], 'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/**
 * No `Strict-Transport-Security`: a browser that has seen it refuses a host whose authority it does not know yet, and every plain
 * service on that computer.
 */
const others = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
} as const

/** What goes with every answer, over the network and within the desktop. `reaches`: addresses a page may call besides its own origin. */
export function securityHeaders(reaches: readonly string[] = []): Record<string, string> {
  const directives = { ...policy, 'connect-src': [...policy['connect-src']!, ...reaches] }
  const text = Object.entries(directives).map(([name, sources]) => `${name} ${sources.join(' ')}`)
  return { 'content-security-policy': text.join(';'), ...others }
}
