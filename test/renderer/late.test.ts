import { expect, test } from 'vitest'
import type { Reply } from '../../shared/core/frames.ts'
import { isOfDay, noticingLocks, onHandedIn, settleRefused, tellHandedIn, useRefusedCalls } from '../../src-renderer/core/late.ts'
import type { Send } from '../../src-renderer/core/client.ts'

const refused = (code: string, params: Record<string, unknown> = {}) => ({ ok: false, code, params }) as Reply
const options = {} as Parameters<Send>[2]
const on = (day: string) => ({ sectionId: 'cut', day })

test('PX-5 each entry that a day refuses is offered, whyever it takes nothing, and what is settled is no more', async () => {
  const replies: Record<string, Reply> = {
    locked: refused('day-locked', { day: 'locked' }), closed: refused('period-closed', { period: '01-2026' }), open: { ok: true, value: null },
    strict: refused('invalid-input', { issues: [{ path: ['rows', 0], reason: 'errors.duplicate', params: {} }, { path: ['rows', 1], reason: 'errors.backdate-refused', params: { day: 'strict' } }] }),
    wrong: refused('invalid-input', { issues: [{ path: ['rows', 0], reason: 'errors.duplicate', params: {} }] }),
  }
  const send = noticingLocks((_name, input) => Promise.resolve(replies[(input as { day: string }).day]!))
  for (const day of Object.keys(replies)) await send('sectionDay.saveWorkerEntries', on(day), options)
  await send('sectionDay.lockDay', on('locked'), options)
  const { refused: offered } = useRefusedCalls.getState()
  expect(offered.map(({ input, bar, params }) => [input.day, bar, params])).toEqual([
    ['locked', 'day-locked', { day: 'locked' }], ['closed', 'period-closed', { period: '01-2026' }], ['strict', 'backdate-refused', { day: 'strict' }],
  ])
  settleRefused(offered[1]!)
  expect(useRefusedCalls.getState().refused).toEqual([offered[0], offered[2]])
})

test('PX-5 that something was handed in is told with what it was about', () => {
  const heard: boolean[] = []
  const stop = onHandedIn(({ input }) => heard.push(isOfDay(on('2026-01-19'))(input)))
  tellHandedIn({ call: 'sectionDay.saveAttendance', input: on('2026-01-19') })
  tellHandedIn({ call: 'sectionDay.saveAttendance', input: on('2026-01-20') })
  tellHandedIn({ call: 'sectionDay.saveAttendance', input: { sectionId: 'sew', day: '2026-01-19' } })
  stop()
  expect(heard).toEqual([true, false, false])
})
