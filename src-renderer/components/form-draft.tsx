import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showReminder } from '../core/toasts.ts'
import { useKeptName } from '../core/training.ts'
import type { EntryFormState } from './entry-form.tsx'
import { draftKey, draftsOf, forgetDraft, readDraft, writeDraft, type FormDraft } from './form-draft-store.ts'

export interface KeptForm {
  /** What an earlier visit left; until it is used or discarded. */
  readonly offered: FormDraft | undefined
  use(): void
  discard(): void
  /** The form was saved, or what is in it is not wanted: nothing of it is kept. */
  done(): void
}

/**
 * What is in a form and not saved outlasts it: where another person takes over the desk, the page is reloaded or left, it is kept for its user on this
 * desk and offered when they open the same form again. Passwords and PINs are never kept.
 */
export function useKeptForm({ form, secrets }: EntryFormState, title: string): KeptForm {
  const { pathname, search } = useLocation()
  const key = draftKey(useKeptName(), pathname, title)
  const [offered, setOffered] = useState(() => readDraft(key))
  const isDone = useRef(false)
  const { dirtyFields } = form.formState
  const keep = useEffectEvent(() => {
    const names = Object.keys(dirtyFields).filter(name => !secrets.has(name))
    if (isDone.current || names.length === 0) return
    const all = form.getValues()
    const values = Object.fromEntries(names.map(name => [name, all[name] as unknown]))
    // What is still offered is not lost for what was begun beside it.
    writeDraft(key, { at: new Date().toISOString(), title, path: pathname + search, values: { ...offered?.values, ...values } })
  })
  useEffect(() => {
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [])
  // The button that had the focus goes: the entry goes on in the form.
  const close = () => {
    const [first] = Object.keys(offered?.values ?? {})
    setOffered(undefined)
    forgetDraft(key)
    if (first !== undefined) form.setFocus(first)
  }
  return {
    offered,
    use() {
      for (const [name, value] of Object.entries(offered?.values ?? {})) form.setValue(name, value, { shouldDirty: true })
      close()
    },
    discard: close,
    done() {
      isDone.current = true
      if (offered) writeDraft(key, offered)
      else forgetDraft(key)
    },
  }
}

/** Above the fields: what was not saved the last time, to go on with or to throw away. */
export function OfferedDraft({ kept: { offered, use, discard } }: { readonly kept: KeptForm }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  if (!offered) return null
  const actions = (
    <>
      <Button size="small" color="inherit" onClick={discard}>{t('buttons.discard')}</Button>
      <Button size="small" color="inherit" variant="outlined" onClick={use}>{t('form.draft.use')}</Button>
    </>
  )
  return <Alert severity="info" role="status" action={actions} sx={{ mb: 2 }}>{t('form.draft.offered', { time: instant(offered.at, 'short') })}</Alert>
}

/** Tells whoever comes back to a desk of what they left unsaved there, and leads them to its page. In the frame, once. */
export function DraftReminder(): null {
  const t = useText()
  const keptName = useKeptName()
  const navigate = useNavigate()
  const remind = useEffectEvent(() => {
    const [latest] = draftsOf(keptName, new Date())
    if (latest) showReminder(t('form.draft.waits', { title: latest.title }), { label: t('form.draft.open'), act: () => void navigate(latest.path) })
  })
  useEffect(() => remind(), [])
  return null
}
