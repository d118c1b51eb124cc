import type { IncomingMessage } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { AppError } from '../../shared/core/errors.ts'

/** This computer's addresses in the factory's network, without those that work on one cable only. */
export function networkAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return all.filter(({ internal, address }) => !internal && !address.startsWith('fe80:')).map(({ address }) => address)
}

/** The names this computer answers to, in lower case. */
export function hostNames(): string[] {
  const full = hostname().toLowerCase()
  const [first = full] = full.split('.')
  return [...new Set(['localhost', full, first, `${first}.local`])]
}

export function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
}

/** An IPv4 address as such, also where it came in over an IPv6 socket. */
export function plainAddress(address: string | undefined): string {
  return (address ?? '').replace(/^::ffff:(?=\d+\.)/, '')
}

/**
 * Refuses a Host that is no name of this computer: a page from elsewhere whose own name was made to lead here (DNS rebinding)
 * would be let in by the browser, but it still says its own name.
 */
export function requireOwnHost(request: IncomingMessage, addresses: () => readonly string[]): void {
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(request.headers.host ?? '') ?? []
  const name = (bracketed ?? plain ?? '').toLowerCase()
  const isOwn =
    isLoopback(name) || name === plainAddress(request.socket.localAddress) || name.endsWith('.local') || hostNames().includes(name) || addresses().includes(name)
  if (name === '' || !isOwn) throw new AppError('forbidden', { needed: 'own-host' })
}

/** Refuses what a page of another origin sends. A program that is no browser sends no Origin and needs the token anyway. */
export function requireOwnOrigin({ headers: { origin, host } }: IncomingMessage): void {
  if (origin === undefined) return
  if (!URL.canParse(origin) || new URL(origin).host !== host?.toLowerCase()) throw new AppError('forbidden', { needed: 'own-origin' })
}
