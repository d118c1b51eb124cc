import type { Host } from './assemble.ts'
import type { Log } from './core/log.ts'

const minute = 60_000
/** What the host does by itself, each with its interval; a fault of one is logged and does not stop the others. */
const chores: readonly { readonly name: string; readonly every: number; run(host: Host): Promise<unknown> | void }[] = [
  { name: 'sweep files', every: minute, run: host => host.files.sweep() },
  { name: 'note who was seen', every: 5 * minute, run: host => noteSeen(host) },
  { name: 'forget abandoned imports', every: 5 * minute, run: host => host.system('imports.forgetAbandoned', {}) },
  { name: 'forget old answers', every: 60 * minute, run: host => host.replays.expire(new Date().toISOString()) },
  { name: 'forget old login failures', every: 24 * 60 * minute, run: host => host.system('identity.purgeLoginFailures', {}) },
  { name: 'seal the audit', every: 24 * 60 * minute, run: host => host.seal() },
]

/** Starts the chores; the function given back stops them. */
export function startHousekeeping(host: Host, log: Log): () => void {
  const timers = chores.flatMap(({ name, every, run }) => {
    const attempt = () => void Promise.resolve().then(() => run(host)).catch((error: unknown) => log.error(name, error))
    // Also soon after the start: a host that is switched off every night would never come to its daily chores.
    return [setTimeout(attempt, minute), setInterval(attempt, every)]
  })
  return () => timers.forEach(timer => clearTimeout(timer))
}

async function noteSeen(host: Host): Promise<void> {
  const seen = host.sessions.takeSeen()
  if (seen.length > 0) await host.system('identity.touchSessions', { sessions: seen })
}
