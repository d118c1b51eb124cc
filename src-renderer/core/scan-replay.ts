/**
 * Types keys that a person pressed and the page has not seen, as the browser would have: each is a key press to whoever listens
 * and, if nobody takes it, a character where the focus then is. It works in microtasks, which come before any other event, so that
 * what is pressed next cannot overtake it; between a key and its character React has drawn what the key brought about.
 */
export async function typeAgain(keys: readonly KeyboardEvent[], isReleased: (key: KeyboardEvent) => boolean): Promise<void> {
  for (const key of keys) {
    const isFree = dispatch('keydown', key)
    await Promise.resolve()
    if (isFree && isWritten(key)) write(key.key)
    else if (isFree && key.key === 'Backspace') document.execCommand('delete')
    else if (isFree && key.key === 'Enter') pressFocused()
    if (isReleased(key)) dispatch('keyup', key)
    await Promise.resolve()
  }
}

function dispatch(type: 'keydown' | 'keyup', { key, code, location, keyCode, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): boolean {
  const copy = new KeyboardEvent(type, { key, code, location, keyCode, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true, composed: true, view: window })
  return focused().dispatchEvent(copy)
}

function focused(): Element {
  return document.activeElement ?? document.body
}

function isWritten(key: KeyboardEvent): boolean {
  return [...key.key].length === 1 && (!(key.ctrlKey || key.altKey) || key.getModifierState('AltGraph'))
}

function write(text: string): void {
  const target = focused()
  if (target instanceof HTMLSelectElement) chooseByLetter(target, text)
  else if (text === ' ' && target instanceof HTMLElement && target.matches(pressedByBlank)) target.click()
  // The one way to enter text that keeps a field's undo, its limits and its events; deprecated, and without successor.
  else document.execCommand('insertText', false, text)
}

function pressFocused(): void {
  const target = focused()
  if (target instanceof HTMLElement && target.matches('button, summary, a[href]')) target.click()
}

const pressedByBlank = 'button, summary, input[type=checkbox], input[type=radio], input[type=button]'
const spellingTime = 1_000
let spelled = { text: '', at: -Infinity }

/** The browser's own list: letters in quick succession spell the beginning of an option, one letter again goes on to the next. */
function chooseByLetter(select: HTMLSelectElement, letter: string): void {
  const now = performance.now()
  spelled = { text: (now - spelled.at < spellingTime ? spelled.text : '') + letter.toLowerCase(), at: now }
  const isOneLetter = [...spelled.text].every(one => one === letter.toLowerCase())
  const wanted = isOneLetter ? letter.toLowerCase() : spelled.text
  const from = select.selectedIndex + (isOneLetter ? 1 : 0)
  const options = [...select.options]
  const next = [...options.slice(from), ...options.slice(0, from)].find(({ text, disabled }) => !disabled && text.trim().toLowerCase().startsWith(wanted))
  if (!next || next.selected) return
  next.selected = true
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }))
}
