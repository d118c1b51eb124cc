import { z } from 'zod'

/** What was typed into a form and not saved, as it travels. `title` and `path` say where it is found again. */
export const FormDraft = z.object({ at: z.string(), title: z.string(), path: z.string(), values: z.record(z.string(), z.unknown()) })
export type FormDraft = z.infer<typeof FormDraft>

const mark = 'lantai.form '
const daysKept = 7

/** One user's drafts of one form, on this desk: `keptName` says whose they are. */
export function draftKey(keptName: string, pathname: string, title: string): string {
  return `${mark}${keptName} ${pathname} ${title}`
}

export function readDraft(key: string): FormDraft | undefined {
  const kept = localStorage.getItem(key)
  const draft = kept === null ? undefined : FormDraft.safeParse(parsed(kept))
  return draft?.success ? draft.data : undefined
}

/** A browser that keeps nothing, or no more, loses no more than it did before. */
export function writeDraft(key: string, draft: FormDraft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    localStorage.removeItem(key)
  }
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(key)
}

/** The drafts of one user, the newest first; what is too old is thrown away, whoever's it is. */
export function draftsOf(keptName: string, now: Date): FormDraft[] {
  const oldest = new Date(now.getTime() - daysKept * 86_400_000).toISOString()
  const keys = Object.keys(localStorage).filter(key => key.startsWith(mark))
  for (const key of keys) if ((readDraft(key)?.at ?? '') < oldest) forgetDraft(key)
  return keys.filter(key => key.startsWith(`${mark}${keptName} `)).flatMap(key => readDraft(key) ?? []).sort((a, b) => b.at.localeCompare(a.at))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
