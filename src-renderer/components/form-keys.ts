import type { KeyboardEvent } from 'react'

const stops = 'input:not([type=hidden]):not([type=date]), select, textarea, [role=combobox]:not(input)'

/**
 * Enter goes to the next field, from the last one to the save button. It keeps its own meaning on buttons, in text of several
 * lines, and where it chooses from an open list: there it chooses first and moves on then.
 */
export function moveOnByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event
  if (!(target instanceof HTMLElement) || !target.matches(stops) || target instanceof HTMLTextAreaElement) return
  const isChoosing = target.getAttribute('aria-expanded') === 'true' && target.hasAttribute('aria-activedescendant')
  if (isChoosing) {
    setTimeout(() => next(form, target)?.focus())
    return
  }
  event.preventDefault()
  // An autocomplete still hears Enter: it may be a scanner's, at the end of a code.
  next(form, target)?.focus()
}

function next(form: HTMLFormElement, from: HTMLElement): HTMLElement | undefined {
  const all = [...form.querySelectorAll<HTMLElement>(stops)].filter(isReachable)
  const following = all[all.indexOf(from) + 1]
  return following ?? saveButton(form)
}

function saveButton(form: HTMLFormElement): HTMLElement | undefined {
  const holder = form.closest('[role=dialog]') ?? form
  return holder.querySelector<HTMLElement>('[data-save]') ?? undefined
}

function isReachable(element: HTMLElement): boolean {
  return !element.matches(':disabled, [aria-hidden=true], [tabindex="-1"]') && element.offsetParent !== null
}
