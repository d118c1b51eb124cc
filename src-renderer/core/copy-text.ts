/** On a page without HTTPS the browser has no clipboard; a selection can be copied all the same, inside of what holds the focus. */
export async function copyText(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  const place = document.activeElement?.closest('[role="dialog"]') ?? document.body
  const area = place.appendChild(document.createElement('textarea'))
  area.value = text
  area.select()
  document.execCommand('copy')
  area.remove()
}
