import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Changed } from '../../shared/core/frames.ts'
import { createNewsDesk, isConcerned, type Readings } from '../../src-renderer/core/news.ts'

const change = (entity: Changed['entity'], scope: Changed['scope'] = {}): Changed => ({ entity, id: '1', scope })

describe('whom news concerns', () => {
  const query = (meta: Partial<Readings>) => ({ meta })

  test('a query that reads what changed, and none else', () => {
    const cards = query({ reads: ['kanbanCard', 'item'] })
    expect(isConcerned(cards, [change('item')])).toBe(true)
    expect(isConcerned(cards, [change('unit'), change('kanbanCard')])).toBe(true)
    expect(isConcerned(cards, [change('unit')])).toBe(false)
    expect(isConcerned(cards, 'everything')).toBe(true)
    expect(isConcerned(query({}), 'everything')).toBe(false)
  })

  test('a section’s query hears of its section, and of what belongs to none', () => {
    const sewing = query({ reads: ['kanbanCard'], scope: { sectionId: 'SEW' } })
    expect(isConcerned(sewing, [change('kanbanCard', { sectionId: 'SEW' })])).toBe(true)
    expect(isConcerned(sewing, [change('kanbanCard', { sectionId: 'CUT' })])).toBe(false)
    expect(isConcerned(sewing, [change('kanbanCard')])).toBe(true)
    expect(isConcerned(query({ reads: ['kanbanCard'] }), [change('kanbanCard', { sectionId: 'CUT' })])).toBe(true)
    expect(isConcerned(query({ reads: ['notification'], scope: { userId: 'a' } }), [change('notification', { userId: 'b' })])).toBe(false)
  })
})

describe('the news desk', () => {
  let client: QueryClient
  let asked: Record<string, number>
  let stops: (() => void)[]

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 })
    client = new QueryClient()
    asked = {}
    stops = []
  })
  afterEach(() => {
    for (const stop of stops) stop()
    client.clear()
    vi.useRealTimers()
  })

  const watch = (name: string, reads: Readings['reads'], answer: () => Promise<unknown> = () => Promise.resolve(1)) => {
    const observer = new QueryObserver(client, {
      queryKey: [name], meta: { reads }, staleTime: Infinity,
      queryFn: () => {
        asked[name] = (asked[name] ?? 0) + 1
        return answer()
      },
    })
    stops.push(observer.subscribe(() => {}))
  }
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
  const open = () => {
    const desk = createNewsDesk(client)
    stops.push(desk.stop)
    return desk
  }

  test('asks anew what is concerned, soon after a quiet time', async () => {
    watch('cards', ['kanbanCard'])
    watch('units', ['unit'])
    await pass(0)
    open().hear([change('kanbanCard')])
    await pass(100)
    expect(asked).toEqual({ cards: 2, units: 1 })
  })

  test('gathers what comes in a burst: one question for many changes', async () => {
    watch('cards', ['kanbanCard'])
    await pass(0)
    const desk = open()
    desk.hear([change('kanbanCard')])
    await pass(100)
    for (let at = 0; at < 20; at += 1) desk.hear([change('kanbanCard')])
    await pass(200)
    expect(asked).toEqual({ cards: 2 })
    await pass(400)
    expect(asked).toEqual({ cards: 3 })
  })

  test('a change during an answer is not missed: it is asked once more', async () => {
    let finish = () => {}
    watch('slow', ['item'], () => new Promise(resolve => (finish = () => resolve(1))))
    await pass(0)
    open().hear([change('item')])
    await pass(600)
    expect(asked).toEqual({ slow: 1 })
    finish()
    await pass(600)
    expect(asked).toEqual({ slow: 2 })
  })

  test('says nothing more once it is stopped', async () => {
    watch('cards', ['kanbanCard'])
    await pass(0)
    const desk = open()
    desk.hear([change('kanbanCard')])
    desk.stop()
    await pass(2_000)
    expect(asked).toEqual({ cards: 1 })
  })
})
