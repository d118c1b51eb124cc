import { ScanAnswers } from './scan-answers.ts'
import { nothingHeld, press, settle, settlesAt, type ScanRules, type Step } from './scan-detector.ts'
import { typeAgain } from './scan-replay.ts'
import { isEntry, strokeOf } from './scan-strokes.ts'

/**
 * Keys tell when they were pressed, but a busy computer may bring them late. Where more of a scan may be on its way, it is waited
 * for: if the keys so far or the timer itself were not punctual, if they are more than a hand rolls over, or if all of them were let
 * go before the gap was over. A person's key on an idle computer is still down then, and is typed at once.
 */
const punctual = 8
const fewKeys = 3
const patience = 120
const untilTold = 150
/** Whatever else a person does comes after what they have typed. */
const interruptions = ['pointerdown', 'mousedown', 'paste', 'cut', 'drop', 'compositionstart', 'pagehide'] as const

export interface ScanEars {
  /** Answers whether what is typed before the answer is for what has the focus then. */
  onScan(code: string): Promise<boolean>
  /** What was typed for a scan that led nowhere. */
  onLost?(text: string): void
}

/**
 * Listens on the whole page before anybody else does: takes the keys of scans out, and types again what a person typed; what is typed
 * while a scan is being answered, where that has led. Nothing is held in a password field. Returns what ends it.
 */
export function listenForScans(rules: ScanRules, { onScan, onLost }: ScanEars): () => void {
  let state = nothingHeld<KeyboardEvent>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isAfterDeadKey = false
  let lag = 0
  let doing = Promise.resolve()
  /** Keys the page has not heard of, by their place on the keyboard: nor may it hear of their release. */
  const kept = new Map<string, KeyboardEvent>()
  const released = new WeakSet<KeyboardEvent>()
  const answers = new ScanAnswers()
  /** Told as one. */
  let lost = ''
  let telling: ReturnType<typeof setTimeout> | undefined

  function take({ state: next, outcomes }: Omit<Step<KeyboardEvent>, 'isTaken'>): void {
    state = next
    for (const outcome of outcomes) doing = doing.then('scan' in outcome ? () => answers.follow(onScan(outcome.scan)) : later(outcome.typed))
    plan()
  }
  function later(keys: readonly KeyboardEvent[]): () => Promise<void> {
    const isForSomething = answers.ticket()
    return async () => ((await isForSomething()) ? retype(keys) : lose(keys))
  }
  function lose(keys: readonly KeyboardEvent[]): void {
    lost += keys.map(({ key }) => key).filter(key => [...key].length === 1).join('')
    clearTimeout(telling)
    telling = setTimeout(() => {
      if (lost !== '') onLost?.(lost)
      lost = ''
    }, untilTold)
  }
  function retype(keys: readonly KeyboardEvent[]): Promise<void> {
    for (const key of keys) if (kept.get(placeOf(key)) === key) kept.delete(placeOf(key))
    return typeAgain(keys, key => released.has(key))
  }
  function plan(): void {
    clearTimeout(timer)
    const due = settlesAt(rules, state)
    if (due === undefined) return
    timer = setTimeout(() => {
      if (mayGoOn(due)) timer = setTimeout(finish, patience)
      else finish()
    }, Math.max(0, due - performance.now()) + 1)
  }
  function mayGoOn(due: number): boolean {
    return Math.max(lag, performance.now() - due) > punctual || state.held.length > fewKeys || state.held.every(({ key }) => released.has(key))
  }
  const finish = () => take(settle(rules, state))

  function onKeyDown(event: KeyboardEvent): void {
    if (!event.isTrusted) return
    const stroke = isSecret(event.target) ? { kind: 'other' as const, at: event.timeStamp } : strokeOf(event, rules.prefix, isAfterDeadKey)
    if (!stroke) return
    isAfterDeadKey = event.key === 'Dead'
    const step = press(rules, state, stroke)
    kept.delete(placeOf(event))
    lag = Math.max(state.held.length > 0 ? lag : 0, performance.now() - event.timeStamp)
    const waits = !step.isTaken && answers.areAwaited && !isSecret(event.target) && isEntry(event)
    if (step.isTaken || waits) {
      kept.set(placeOf(event), event)
      keepFromPage(event)
    }
    take(waits ? { ...step, outcomes: [...step.outcomes, { typed: [event] }] } : step)
  }
  function interrupt(): void {
    finish()
    answers.forget()
  }
  function onKeyUp(event: KeyboardEvent): void {
    const key = event.isTrusted ? kept.get(placeOf(event)) : undefined
    if (!key) return
    kept.delete(placeOf(event))
    released.add(key)
    keepFromPage(event)
  }

  addEventListener('keydown', onKeyDown, true)
  addEventListener('keyup', onKeyUp, true)
  for (const type of interruptions) addEventListener(type, interrupt, true)
  // Without capture: the window's own, not that of each field.
  addEventListener('blur', finish)
  return () => {
    finish()
    clearTimeout(timer)
    removeEventListener('keydown', onKeyDown, true)
    removeEventListener('keyup', onKeyUp, true)
    for (const type of interruptions) removeEventListener(type, interrupt, true)
    removeEventListener('blur', finish)
  }
}

function keepFromPage(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function placeOf({ code, key }: KeyboardEvent): string {
  return code || key
}

function isSecret(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'password'
}
