import { useEffect, useEffectEvent, useState } from 'react'
import { create } from 'zustand'
import { AppError } from '../../shared/core/errors.ts'
import { errorText } from './error-text.ts'
import { translate } from './i18n.ts'
import { play } from './sounds.ts'

/** What a scan led to, in the user's words; one that is not known says what to do. `isBad`: nobody knows such a code at all (E101), rather than that it does not fit here. */
export interface ScanAnswer { readonly isKnown: boolean; readonly text: string; readonly isBad?: boolean }
/** A code as it was read, and what had the focus then: when its turn comes, the user may have gone on. */
export interface Scan { readonly code: string; readonly focus: Element | null }
/** Takes a scan, or leaves it to who stands further out by answering nothing. */
export type ScanHandler = (code: string, focus: Element | null) => ScanAnswer | undefined | Promise<ScanAnswer | undefined>

/** An answered scan; `number` counts the scans of this page. */
export interface AnsweredScan extends ScanAnswer { readonly code: string; readonly number: number }
export interface ScanState {
  /** Not answered yet, in their order; the first one is being worked on. */
  readonly waiting: readonly Scan[]
  readonly count: number
  readonly last: AnsweredScan | undefined
  /** What is shown for a moment, the newest last. */
  readonly shown: readonly AnsweredScan[]
}

const nothing: ScanState = { waiting: [], count: 0, last: undefined, shown: [] }
export const useScans = create<ScanState>(() => nothing)

/** What the host says of a code that is none of its own. */
const badCodes: readonly string[] = ['slip-code', 'slip-unread', 'slip-unknown']

const shownAtOnce = 2
const shownFor = { known: 2_500, wrong: 8_000 }

/** A badge is a person, whatever dialog is open. */
const beforeAll = 1_000_000

interface Taker { readonly take: ScanHandler; readonly entersAfter: boolean }
/** Those who take scans, each at its place in the order of the page's making: what lies further in is drawn later. */
const takers = new Map<number, Taker>()
let places = 0
let isWorking = false

/**
 * Lets a screen, a dialog or a field take scans before those around it: `useScan(code => …)`. It answers what became of the scan,
 * or nothing if the code is not one of its own; then the next one outside is asked, at last the program, which opens the record.
 * `entry`: something is entered for what was scanned, so that what is typed after a code that nobody knows is for nothing.
 */
export function useScan(handler: ScanHandler, turn: 'first' | 'inner' | 'entry' = 'inner'): void {
  const [own] = useState(nextPlace)
  const place = turn === 'first' ? own + beforeAll : own
  const take = useEffectEvent(handler)
  useEffect(() => {
    takers.set(place, { take: (code, focus) => take(code, focus), entersAfter: turn === 'entry' })
    return () => void takers.delete(place)
  }, [place, turn])
}

/** Who waits for the answer of a scan. */
const askers = new WeakMap<Scan, (isForFocus: boolean) => void>()

/**
 * Scans are worked on one after the other, however fast they come and however long the host takes. Tells, once it is answered, whether
 * what was typed meanwhile is for what has the focus then.
 */
export function acceptScan(read: string): Promise<boolean> {
  const code = plainCode(read)
  if (code === '') return Promise.resolve(true)
  const scan = { code, focus: document.activeElement }
  const isForFocus = new Promise<boolean>(resolve => askers.set(scan, resolve))
  useScans.setState(({ waiting }) => ({ waiting: [...waiting, scan] }))
  if (!isWorking) void work()
  return isForFocus
}

/** Another user: what was scanned before is no matter of theirs. */
export function forgetScans(): void {
  for (const scan of useScans.getState().waiting) askers.get(scan)?.(false)
  useScans.setState(nothing)
}

async function work(): Promise<void> {
  isWorking = true
  for (let [scan] = useScans.getState().waiting; scan !== undefined; [scan] = useScans.getState().waiting) {
    const answer = await answerOf(scan)
    // Meanwhile the user may have left.
    if (useScans.getState().waiting[0] === scan) conclude(scan.code, answer)
    askers.get(scan)?.(answer.isKnown || ![...takers.values()].some(({ entersAfter }) => entersAfter))
  }
  isWorking = false
}

async function answerOf({ code, focus }: Scan): Promise<ScanAnswer> {
  try {
    for (const place of [...takers.keys()].sort((a, b) => b - a)) {
      const answer = await takers.get(place)?.take(code, focus)
      if (answer) return answer
    }
    return { isKnown: false, isBad: true, text: translate()('scan.unknown') }
  } catch (error) {
    return { isKnown: false, text: errorText(error), ...(error instanceof AppError && badCodes.includes(error.code) && { isBad: true }) }
  }
}

function conclude(code: string, answer: ScanAnswer): void {
  play(answer.isKnown ? 'ok' : 'wrong')
  const { waiting, count, shown } = useScans.getState()
  const answered = { ...answer, code, number: count + 1 }
  useScans.setState({ waiting: waiting.slice(1), count: count + 1, last: answered, shown: fitting([...shown, answered]) })
  setTimeout(() => useScans.setState(state => ({ shown: state.shown.filter(one => one !== answered) })), answer.isKnown ? shownFor.known : shownFor.wrong)
}

/** The newest stands for all that went well; what went wrong must be read, and makes room only for its like. */
function fitting(shown: readonly AnsweredScan[]): readonly AnsweredScan[] {
  const newest = shown.at(-1)
  return shown.filter(one => one === newest || !one.isKnown).slice(-shownAtOnce)
}

/** Without what some scanners send about the kind of barcode ("]C1"). */
function plainCode(read: string): string {
  return read.replace(/^\][A-Za-z]\d/, '').trim()
}

function nextPlace(): number {
  places += 1
  return places
}
