import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useText } from '../core/i18n.ts'
import { showReminder } from '../core/toasts.ts'
import { useKeptName } from '../core/training.ts'
import { commitEdit } from './entry-grid-changes.ts'
import { draftOf, withDraft, type Draft } from './entry-grid-draft.ts'
import { draftNameOf, keepDraft, keepPartingDraft, loadDraft, onDraftChanged } from './entry-grid-drafts.ts'
import { unsavedIn } from './entry-grid-issues.ts'
import type { GridState } from './entry-grid-model.ts'
import type { GridStore } from './entry-grid-store.ts'

const pause = 400
/** Drafts of grids that were left while they saved: what of them is unsaved is known when that has ended. */
const unsettled = new Map<string, Promise<void>>()

export interface Keeping {
  /** What an earlier visit left; until it is used or discarded. */
  readonly offered: Draft | undefined
  use(): void
  discard(): void
}

/**
 * What is not saved is kept on this desk, for this user and this grid, and offered to whoever comes back. The browser asks before it
 * closes the page; who goes to another screen is told, and led back if they want. What is being saved meanwhile is no draft once it is saved.
 */
export function useKeeping(store: GridStore, saveUnderWay: () => Promise<void> | undefined, onUsed: (draft: Draft) => void): Keeping {
  const t = useText()
  const keptName = useKeptName()
  const draftName = draftNameOf(keptName, store.get().rules.grid)
  const [offered, setOffered] = useState<Draft>()
  const isKnown = useRef(false)

  useEffect(() => {
    let isGone = false
    void Promise.resolve(unsettled.get(draftName)).then(() => loadDraft(draftName)).catch(() => undefined).then(draft => {
      isKnown.current = true
      if (!isGone) setOffered(draft)
    })
    return () => {
      isGone = true
    }
  }, [draftName])

  useEffect(() => onDraftChanged((name, draft) => {
    if (name === draftName) setOffered(still => still && draft)
  }), [draftName])

  // A browser that keeps nothing still warns before it closes the page.
  const put = (draft: Draft | undefined) => keepDraft(draftName, draft).catch(() => undefined)
  const draftNow = (state: GridState) => draftOf(state, new Date().toISOString())
  /** What is still offered may neither be lost nor be in the way of what is entered meanwhile. */
  const unsaved = (still: Draft | undefined) => {
    const state = store.get()
    return still && unsavedIn(state) === 0 ? still : draftNow(still ? withDraft(state, still) : state)
  }
  const keep = useEffectEvent(() => {
    if (isKnown.current) void put(unsaved(offered))
  })
  // What is still in its editor counts as entered.
  const finish = useEffectEvent(() => {
    store.act(commitEdit)
    keep()
  })
  const part = useEffectEvent(() => {
    finish()
    const draft = isKnown.current ? unsaved(offered) : undefined
    if (draft) keepPartingDraft(draftName, draft)
  })
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const remind = () => {
    const count = unsavedIn(store.get())
    if (count > 0) showReminder(t('grid.draft.left', { count }), { label: t('grid.draft.back'), act: () => void navigate(pathname + search) })
  }
  const leave = useEffectEvent(() => {
    finish()
    const saved = saveUnderWay()
    if (!saved) return remind()
    const settled = saved.then(() => put(unsaved(offered))).finally(() => unsettled.delete(draftName))
    unsettled.set(draftName, settled)
    void settled.then(remind)
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let kept = store.get().rows
    const stop = store.store.subscribe(({ rows }) => {
      if (rows === kept) return
      kept = rows
      // What is saved is no draft from then on; who types without a pause is kept up with.
      const isSaved = unsavedIn(store.get()) === 0
      if (timer !== undefined && !isSaved) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        keep()
      }, isSaved ? 0 : pause)
    })
    const warn = (event: BeforeUnloadEvent) => {
      part()
      if (unsavedIn(store.get()) > 0) event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    addEventListener('pagehide', part)
    return () => {
      stop()
      clearTimeout(timer)
      removeEventListener('beforeunload', warn)
      removeEventListener('pagehide', part)
      leave()
    }
  }, [store])

  return {
    offered,
    use() {
      if (!offered) return
      setOffered(undefined)
      store.act(state => withDraft(state, offered))
      onUsed(offered)
    },
    discard() {
      setOffered(undefined)
      void put(draftNow(store.get()))
    },
  }
}
