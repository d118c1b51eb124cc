import { hash } from 'bcryptjs'
import { visitor } from '../../src-main/core/session.ts'
import { openFactory } from './factory.ts'
import { watched } from './gauge.ts'
import { median, milliseconds, plainRow, rounds, seconds, type Bench } from './harness.ts'

const password = 'Lantai#2026'

export const bench: Bench = {
  name: 'login',
  about: `20 people sign in at the same moment, each at a desk of their own: a bcrypt hash of cost 12 each, in the workers. Shown is until the last one is in, and
the longest gap of the host's thread beside that of an idle thread of the same process.`,
  async run(size) {
    const factory = await openFactory()
    try {
      const people = await factory.signIn('Warehouse Operator', size(20, 2))
      const passwordHash = await hash(password, 12)
      for (const { session: { userId } } of people) {
        await factory.system.identity.storePassword({ id: userId, version: factory.database.prepare('select version from user where id = ?').pluck().get(userId) as number, passwordHash })
      }
      const signIn = (username: string, deskId: string) => factory.ask(visitor(deskId, '127.0.0.1'), 'identity.login', { username, password, deskId })
      const measured = await rounds(size(3, 1), () => watched(() => Promise.all(people.map(({ session }) => signIn(session.username, session.deskId)))))
      const middle = (pick: (one: (typeof measured)[number]) => number) => median(measured.map(pick))
      return [
        plainRow(`${people.length} logins at once, all in`, middle(({ time }) => time), seconds),
        plainRow('  the host meanwhile, longest gap', middle(({ gaps }) => gaps.ours.longest), milliseconds, { atMost: 10 }, middle(({ gaps }) => gaps.idle.longest)),
      ]
    } finally {
      await factory.close()
    }
  },
}
