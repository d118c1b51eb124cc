import type { CDPSession, Page } from '@playwright/test'

/** A key press, and how many milliseconds it comes after the one before. */
export interface Stroke { readonly key: string; readonly after: number }

/**
 * A keyboard as the browser hears it. Keys that follow each other as quickly as a scanner's are sent at once, each with the time the
 * hardware would give it, so that a scanner's speed is a scanner's speed also on a busy machine; longer pauses are waited for.
 */
export interface Wedge {
  /** Resolves when the browser has taken the last key. */
  press(strokes: readonly Stroke[]): Promise<void>
  /** As a scanner types it: `rest` after the key before, then one every `gap`. */
  scan(code: string, options?: { readonly gap?: number; readonly end?: 'Enter' | 'Tab' | ''; readonly rest?: number }): Promise<void>
}

const shortPause = 36

export async function plugIn(page: Page): Promise<Wedge> {
  const session = await page.context().newCDPSession(page)
  let at = Date.now()
  const press = async (strokes: readonly Stroke[]) => {
    const sent: Promise<unknown>[] = []
    for (const { key, after } of strokes) {
      at += after
      if (after >= shortPause) await new Promise(resolve => setTimeout(resolve, Math.max(0, at - Date.now())))
      if (sent.length === 0 || after >= shortPause) at = Math.max(at, Date.now())
      sent.push(...sendKey(session, key, at / 1000))
    }
    await Promise.all(sent)
  }
  return {
    press,
    scan: (code, { gap = 6, end = 'Enter', rest = 0 } = {}) => press([...code, ...(end === '' ? [] : [end])].map((key, index) => ({ key, after: index === 0 ? rest : gap }))),
  }
}

/** A roll of keys at once, as quick fingers do it: each but the first comes this soon after the one before. */
export function rolled(text: string, gap: number, before = 200): Stroke[] {
  return [...text].map((key, at) => ({ key, after: at === 0 ? before : gap }))
}

const named: Readonly<Record<string, { code: string; windowsVirtualKeyCode: number; text?: string }>> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  '-': { code: 'Minus', windowsVirtualKeyCode: 189, text: '-' },
  ':': { code: 'Semicolon', windowsVirtualKeyCode: 186, text: ':' },
  ',': { code: 'Comma', windowsVirtualKeyCode: 188, text: ',' },
  F8: { code: 'F8', windowsVirtualKeyCode: 119 },
}
const shift = 8

function sendKey(session: CDPSession, key: string, timestamp: number): Promise<unknown>[] {
  const upper = key.toUpperCase()
  const isLetter = /^[A-Z]$/.test(upper)
  const { text, ...place } = named[key] ?? { code: isLetter ? `Key${upper}` : `Digit${key}`, windowsVirtualKeyCode: upper.charCodeAt(0), text: key }
  const event = { key, ...place, timestamp, modifiers: (isLetter && key === upper) || key === ':' ? shift : 0 }
  return [
    session.send('Input.dispatchKeyEvent', { type: text === undefined ? 'rawKeyDown' : 'keyDown', ...event, ...(text !== undefined && { text }) }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, timestamp: timestamp + 0.001 }),
  ]
}
