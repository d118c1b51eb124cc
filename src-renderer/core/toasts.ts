import { toast } from 'sonner'
import { asAppError, refusalText } from './error-text.ts'
import { translate } from './i18n.ts'

/** How long a reversible act can be taken back. */
const undoTime = 10_000

export function showDone(message: string): void {
  toast.success(message)
}

/** Said in the user's language. What the user cancelled themselves is not said back to them. */
export function showError(thrown: unknown): void {
  if (asAppError(thrown).code === 'cancelled') return
  // One fault said twice is one toast.
  const text = refusalText(thrown)
  toast.error(text, { id: text, duration: 8_000 })
}

/** A done act, for 10 seconds with "Batalkan" if it can be taken back. What fails in taking it back is said too. */
export function showUndo(message: string, undo?: () => Promise<unknown>): void {
  if (!undo) return showDone(message)
  const label = translate()('buttons.undo')
  toast.success(message, { duration: undoTime, action: { label, onClick: () => void undo().catch(showError) } })
}

/** What the user should know, and do again. One thing said twice is one toast. */
export function showNotice(message: string): void {
  toast.warning(message, { id: message, duration: 8_000 })
}

/** What the user should know before they go on, with a way to act on it. */
export function showReminder(message: string, { label, act }: { readonly label: string; readonly act: () => void }): void {
  toast.warning(message, { duration: undoTime, action: { label, onClick: act } })
}
