import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingHeld, press, settle, settlesAt, type Outcome, type ScanRules, type ScanState, type Stroke } from '../src-renderer/core/scan-detector.ts'
import { prefixKeys, strokeOf, type KeyPress } from '../src-renderer/core/scan-strokes.ts'

const bySpeed: ScanRules = { prefix: [], ends: ['Enter', 'Tab', 'pause'], gap: 35 }
const byPrefix: ScanRules = { prefix: ['~', '~'], ends: ['Enter', 'Tab', 'pause'], gap: 35 }

/** Keys as they come from the keyboard. A name of several letters is a key without a character. */
interface Key { readonly name: string; readonly at: number }
interface Seen { readonly page: string[]; readonly scans: string[]; readonly longestHold: number }

/** The page as the listener makes it: held keys are settled when their time has come, or as late as with the next key. */
function play(rules: ScanRules, keys: readonly Key[], isBusy: (at: number) => boolean = () => false): Seen {
  const [page, scans]: [string[], string[]] = [[], []]
  let state: ScanState<Key> = nothingHeld()
  let longestHold = 0
  const take = (outcomes: readonly Outcome<Key>[], now: number) => {
    for (const outcome of outcomes) {
      if ('scan' in outcome) scans.push(outcome.scan)
      else for (const key of outcome.typed) {
        page.push(key.name)
        longestHold = Math.max(longestHold, now - key.at)
      }
    }
  }
  const finish = (until: number) => {
    const due = settlesAt(rules, state)
    if (due === undefined || due >= until || isBusy(due)) return
    const step = settle(rules, state)
    state = step.state
    take(step.outcomes, due)
  }
  for (const key of keys) {
    finish(key.at)
    const step = press(rules, state, simpleStroke(key))
    state = step.state
    take(step.outcomes, key.at)
    if (!step.isTaken) page.push(key.name)
  }
  const step = settle(rules, state)
  take(step.outcomes, settlesAt(rules, state) ?? 0)
  return { page, scans, longestHold }
}

function simpleStroke(key: Key): Stroke<Key> {
  if (key.name === 'Enter' || key.name === 'Tab') return { kind: 'end', text: key.name, at: key.at }
  return [...key.name].length === 1 ? { kind: 'character', text: key.name, at: key.at, key } : { kind: 'other', at: key.at }
}

/** What a person or a scanner does, and how long nothing comes before it. */
interface Episode { readonly rest: number; readonly keys: readonly { readonly name: string; readonly wait: number }[]; readonly scan?: string; readonly endsByPause?: boolean }

const letter = fc.constantFrom(...'abcdefgHIJK0123456789-/. ~é€中')
const humanKey = fc.oneof({ weight: 8, arbitrary: letter }, fc.constantFrom('Enter', 'Tab', 'Backspace', 'ArrowLeft', 'F9'))
/** Fingers rolling over two or three keys, the next ones not before a scanner's gap is over. */
const burst = fc.tuple(fc.integer({ min: 36, max: 400 }), fc.array(fc.tuple(humanKey, fc.integer({ min: 0, max: 35 })), { minLength: 1, maxLength: 3 }))
  .map(([wait, rolled]) => rolled.map(([name, roll], at) => ({ name, wait: at === 0 ? wait : roll })))
const typing = fc.tuple(fc.integer({ min: 36, max: 500 }), fc.array(burst, { minLength: 1, maxLength: 6 })).map(([rest, bursts]): Episode => ({ rest, keys: bursts.flat() }))

const codeLetter = fc.constantFrom(...'ABCXYZ0123456789-/ab.')
function scanned(rules: ScanRules): fc.Arbitrary<Episode> {
  const end = fc.constantFrom('Enter' as const, 'Tab' as const, 'pause' as const)
  return fc.tuple(fc.integer({ min: 36, max: 200 }), fc.array(codeLetter, { minLength: 6, maxLength: 24 }), fc.integer({ min: 0, max: 35 }), end, fc.infiniteStream(fc.integer({ min: 0, max: 35 })))
    .map(([rest, code, speed, last, jitter]) => {
      const names = [...rules.prefix, ...code, ...(last === 'pause' ? [] : [last])]
      const waits = names.map(() => Math.min(speed, jitter.next().value ?? 0))
      return { rest, keys: names.map((name, at) => ({ name, wait: waits[at]! })), scan: code.join(''), endsByPause: last === 'pause' }
    })
}

const tail = 160
function timeline(episodes: readonly Episode[]): Key[] {
  let at = 1000
  return episodes.flatMap((episode, index) => {
    // An Enter on the heels of a scan that ended by a pause is the scanner's own.
    at += episodes[index - 1]?.endsByPause ? Math.max(tail, episode.rest) : episode.rest
    return episode.keys.map(({ name, wait }) => ({ name, at: (at += wait) }))
  })
}

describe.each([['by speed', bySpeed], ['by prefix', byPrefix]])('a scanner known %s', (_, rules) => {
  const episodes = fc.array(fc.oneof(typing, scanned(rules)), { maxLength: 12 })

  test('every scan arrives once, in order; every key of a person reaches the page, in order', () => {
    fc.assert(fc.property(episodes, fc.boolean(), (all, isBusy) => {
      // In prefix mode nobody types the prefix's two keys in one roll.
      fc.pre(rules.prefix.length === 0 || all.every(({ scan, keys }) => scan !== undefined || !keys.map(({ name }) => name).join('').includes('~~')))
      const { page, scans } = play(rules, timeline(all), () => isBusy)
      expect(scans).toEqual(all.flatMap(({ scan }) => (scan === undefined ? [] : [scan])))
      expect(page).toEqual(all.filter(({ scan }) => scan === undefined).flatMap(({ keys }) => keys.map(({ name }) => name)))
    }), { numRuns: 3000 })
  })

  test('whatever comes at whatever speed, no key is doubled, reordered or lost: it is in a scan or on the page', () => {
    const key = fc.tuple(fc.oneof(letter, fc.constantFrom('Enter', 'Tab', 'Backspace')), fc.integer({ min: 0, max: 80 }))
    fc.assert(fc.property(fc.array(key, { maxLength: 60 }), fc.boolean(), (chaos, isBusy) => {
      let at = 0
      const keys = chaos.map(([name, wait]) => ({ name, at: (at += wait) }))
      const { page, scans } = play(rules, keys, () => isBusy)
      const [ofScans, ofPage] = [scans.join(''), page.filter(name => [...name].length === 1)]
      const all = keys.map(({ name }) => name).filter(name => [...name].length === 1)
      // Both are pieces of what came, each in its order, and together they are all of it but the prefixes.
      expect(isWithin(ofPage, all)).toBe(true)
      expect(isWithin([...ofScans], all)).toBe(true)
      expect(ofPage.length + [...ofScans].length + scans.length * rules.prefix.length).toBe(all.length)
    }), { numRuns: 3000 })
  })
})

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0
  for (const name of whole) if (name === part[at]) at += 1
  return at === part.length
}

describe('people', () => {
  const typedAt = (text: string, gap: number) => [...text].map((name, at) => ({ name, at: at * gap }))

  test('a fast typist is a typist, at any speed a hand can reach, and never waits longer than the gap for a key', () => {
    for (const gap of [36, 40, 60, 80, 120, 400]) {
      expect(play(bySpeed, typedAt('kain katun merah 1200', gap))).toMatchObject({ page: [...'kain katun merah 1200'], scans: [], longestHold: 35 })
    }
  })

  test('three keys and Enter in one roll are typed', () => {
    expect(play(bySpeed, [...typedAt('100', 10), { name: 'Enter', at: 30 }])).toMatchObject({ page: ['1', '0', '0', 'Enter'], scans: [] })
  })

  test('with a prefix nothing is held but the prefix itself', () => {
    const { page, scans, longestHold } = play(byPrefix, typedAt('1234567890', 4))
    expect({ page: page.join(''), scans, longestHold }).toEqual({ page: '1234567890', scans: [], longestHold: 0 })
    expect(play(byPrefix, typedAt('a~b~c', 20)).page.join('')).toBe('a~b~c')
    expect(play(byPrefix, [...typedAt('~~a', 10), { name: 'Enter', at: 30 }]).page).toEqual(['~', '~', 'a', 'Enter'])
  })

  test('a program that types without end is not held for ever', () => {
    const { page, scans } = play(bySpeed, typedAt('x'.repeat(1000), 1))
    expect(page.length + scans.join('').length).toBe(1000)
    expect(page.length).toBeGreaterThan(700)
  })
})

describe('scanners', () => {
  const read = (text: string, gap: number, more: readonly Key[] = []) => play(bySpeed, [...[...text].map((name, at) => ({ name, at: at * gap })), ...more])

  test('ten a second, one after the other', () => {
    const codes = Array.from({ length: 100 }, (_, at) => `KM-KT-${String(at).padStart(3, '0')}`)
    const keys = codes.flatMap((code, scan) => [...code, 'Enter'].map((name, at) => ({ name, at: scan * 100 + at * 8 })))
    expect(play(bySpeed, keys)).toMatchObject({ scans: codes, page: [] })
  })

  test('a code without an end is one after the pause; its late Enter, or a second one, presses nothing', () => {
    expect(read('8991234567890', 5)).toMatchObject({ scans: ['8991234567890'], page: [] })
    expect(read('8991234567890', 5, [{ name: 'Enter', at: 60 + 110 }])).toMatchObject({ scans: ['8991234567890'], page: [] })
    expect(read('8991234567890', 5, [{ name: 'Enter', at: 65 }, { name: 'Enter', at: 70 }])).toMatchObject({ scans: ['8991234567890'], page: [] })
    expect(read('8991234567890', 5, [{ name: 'Enter', at: 65 }, { name: 'Enter', at: 300 }])).toMatchObject({ page: ['Enter'] })
  })

  test('blanks and separators stand within a code, not before it', () => {
    expect(read('0112345\u001d10AB', 5, [{ name: 'Enter', at: 65 }]).scans).toEqual(['0112345\u001d10AB'])
    expect(read(' 12345678', 5, [{ name: 'Enter', at: 50 }])).toMatchObject({ scans: ['12345678'], page: [' '] })
  })
})

describe('keys as the browser tells them', () => {
  const pressed = (key: string, more: Partial<KeyPress> & { readonly modifier?: string } = {}): KeyPress => ({
    key, keyCode: 0, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, repeat: false, isComposing: false, timeStamp: 7,
    getModifierState: name => name === more.modifier, ...more,
  })
  const kindOf = (key: KeyPress, prefix: readonly string[] = [], isAfterDeadKey = false) => {
    const stroke = strokeOf(key, prefix, isAfterDeadKey)
    return stroke && (stroke.kind === 'other' ? 'other' : `${stroke.kind} ${stroke.text}`)
  }

  test('characters are what the layout makes of them, with Shift, CapsLock and AltGr', () => {
    expect(['a', 'A', '-', 'ß', '中', '😀', '1'].map(key => kindOf(pressed(key)))).toEqual(['a', 'A', '-', 'ß', '中', '😀', '1'].map(key => `character ${key}`))
    expect(kindOf(pressed('@', { ctrlKey: true, altKey: true, modifier: 'AltGraph' }))).toBe('character @')
    expect(['Shift', 'CapsLock', 'AltGraph', 'Control', 'NumLock'].map(key => kindOf(pressed(key)))).toEqual(Array(5).fill(undefined))
  })

  test('what a person alone does is no scan: commands, held keys, composed characters, keys without a character', () => {
    const commands = [pressed('c', { ctrlKey: true }), pressed('f', { altKey: true }), pressed('r', { metaKey: true }), pressed('Tab', { shiftKey: true }), pressed('Enter', { ctrlKey: true })]
    const others = [pressed('a', { repeat: true }), pressed('Dead'), pressed('か', { isComposing: true }), pressed('Process'), pressed('a', { keyCode: 229 }), pressed('Backspace'), pressed('F9'), pressed('Unidentified')]
    expect([...commands, ...others].map(key => kindOf(key))).toEqual(Array(commands.length + others.length).fill('other'))
    expect(kindOf(pressed('é'), [], true)).toBe('other')
  })

  test('Enter and Tab end a scan, and the separator of parts stands in it', () => {
    expect(kindOf(pressed('Enter'))).toBe('end Enter')
    expect(kindOf(pressed('Tab'))).toBe('end Tab')
    expect(kindOf(pressed(']', { ctrlKey: true }))).toBe('character \u001d')
  })

  test('a prefix is a key of its own, a control character, or letters', () => {
    expect([prefixKeys('F8'), prefixKeys('Ctrl+B'), prefixKeys('~~'), prefixKeys('F')]).toEqual([['F8'], ['Ctrl+B'], ['~', '~'], ['F']])
    expect(kindOf(pressed('F8'), ['F8'])).toBe('character F8')
    expect(kindOf(pressed('b', { ctrlKey: true }), ['Ctrl+B'])).toBe('character Ctrl+B')
    expect(kindOf(pressed('b', { ctrlKey: true }), ['F8'])).toBe('other')
  })
})
