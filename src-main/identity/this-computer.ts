import { networkInterfaces } from 'node:os'

/** Whether a call comes from the host's own computer: over loopback, or over an address of its own. */
export function isThisComputer(ip: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return ip.startsWith('127.') || ip === '::1' || own.some(({ address }) => address === ip)
}
