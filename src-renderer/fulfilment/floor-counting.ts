import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { countOf, countScan, inShelfOrder, isFull, tickedCounts, type Counts } from '../../shared/fulfilment/counting.ts'
import type { InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import type { PickingSession } from '../../shared/fulfilment/sessions.ts'
import { useText } from '../core/i18n.ts'
import { useScan, type ScanAnswer } from '../core/scans.ts'
import { setCounts, useFloorStore } from './floor-store.ts'

interface Counting {
  /** Of which work these are the counts. */
  readonly session: string
  readonly lines: readonly InvoiceLine[]
  /** Lines the host knows to be whole already. */
  readonly ticked: readonly string[]
  /** Which lines are whole by now, each time that changes. */
  onTicked(lineIds: string[]): void
  /** The last piece was scanned, and all these lines are whole: what became of it, in words. */
  onAllFull(lineIds: string[]): Promise<string>
}
export interface Counted {
  readonly lines: readonly InvoiceLine[]
  readonly counts: Counts
  readonly isAllFull: boolean
  /** The lines that are whole by now. */
  readonly whole: string[]
  /** Where whoever counts is at: the line counted last as long as it lacks something, else the first that does. */
  readonly current: InvoiceLine | undefined
  /** By hand: so many pieces of a line. The same function every time. */
  set(line: InvoiceLine, quantity: number): void
}

/** Of which picking the counts are: what billing sent back is picked anew in the same session. */
export function pickingWork({ id, startedAt }: Pick<PickingSession, 'id' | 'startedAt'>): string {
  return `${id} ${startedAt}`
}

/** Counts the goods of an invoice by scans, one piece each; a wrong item and one too many are refused with the sound of a wrong scan. */
export function useCounting({ session, lines, ticked, onTicked, onAllFull }: Counting): Counted {
  const t = useText()
  const kept = useFloorStore(({ counts }) => counts[session])
  const goods = useMemo(() => inShelfOrder(lines), [lines])
  const start = useMemo(() => tickedCounts(goods, ticked), [goods, ticked])
  const [lastId, setLast] = useState<string>()
  const now = () => useFloorStore.getState().counts[session] ?? start
  const wholeOf = (counts: Counts) => goods.filter(line => isFull(counts, line)).map(({ id }) => id)
  const put = ({ id }: InvoiceLine, counts: Counts) => {
    const before = wholeOf(now()).join()
    setCounts(session, counts)
    setLast(id)
    const whole = wholeOf(counts)
    if (whole.join() !== before) onTicked(whole)
  }
  useScan(async (code): Promise<ScanAnswer | undefined> => {
    const answer = countScan(lines, now(), code)
    if (answer.kind === 'unknown') return { isKnown: false, text: t('floor.scan.wrongItem') }
    if (answer.kind === 'over') return { isKnown: false, text: t('floor.scan.over', { name: answer.line.name, quantity: answer.line.quantity }) }
    const { line, counts } = answer
    put(line, counts)
    if (answer.isAllFull) return { isKnown: true, text: await onAllFull(wholeOf(counts)) }
    return { isKnown: true, text: t('floor.scan.counted', { name: line.name, count: countOf(counts, line.id), quantity: line.quantity }) }
  })
  const setNow = (line: InvoiceLine, count: number) => put(line, { ...now(), [line.id]: Math.max(0, Math.min(line.quantity, count)) })
  const latest = useRef(setNow)
  useEffect(() => {
    latest.current = setNow
  })
  const set = useCallback((line: InvoiceLine, count: number) => latest.current(line, count), [])
  const counts = kept ?? start
  const open = goods.filter(line => !isFull(counts, line))
  return { lines: goods, counts, isAllFull: open.length === 0, whole: wholeOf(counts), current: open.find(({ id }) => id === lastId) ?? open[0], set }
}
