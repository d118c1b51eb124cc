import type { KeyboardEvent } from 'react'

const stops = 'input:not([type=hidden]):not([type=date]), select, textarea, [role=combobox]:not(input)'

/**
 * Enter goes to the next field, from the last one to the save button. It keeps its own meaning on buttons, in text of several
 * lines, and where it chooses from an open list: there it chooses first and moves on then.
 */
export function moveOnByEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event
  if (!(target instanceof HTMLElement) || !target.matches(stops) || target instanceof HTMLTextAreaElement) return
  event.preventDefault()
  if (target.hasAttribute('data-moves-on')) return
  // A list that is open chooses first.
  if (target.getAttribute('aria-expanded') === 'true') setTimeout(() => next(form, target)?.focus())
  else next(form, target)?.focus()
}

/** For a field that decides itself when it is done with Enter; it carries `data-moves-on`. */
export function moveOn(from: HTMLElement): void {
  const form = from.closest('form')
  if (form) next(form, from)?.focus()
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
