import type { KeyboardEvent } from 'react'

/** For forms of one aim: Enter goes to the next entry, and from the last one it submits. */
export function moveOnOrSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
  const entries = [...form.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')]
  const following = entries[entries.indexOf(target) + 1]
  if (!following) return
  event.preventDefault()
  following.focus()
}
