import { useEffect, useEffectEvent, type ReactNode } from 'react'
import type { OwnDesk } from '../../shared/operators/contract.ts'
import { isInDialog, useKeyHints } from '../components/key-hints.tsx'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { sessionEnded, signIn } from '../core/session.ts'
import { showError } from '../core/toasts.ts'

/** What this desk is, where people take turns at it; nothing before that is known, and at all other desks. */
export function useSharedDesk(): OwnDesk | undefined {
  const { data } = useLive(useApi().operators.readOwnDesk, {})
  return data?.isShared ? data : undefined
}

/** Gives the desk over to whoever is next: what is on the screen waits behind the question who is on duty. */
export function useChangePerson(): () => void {
  const api = useApi()
  return () => void api.operators.lockDesk({}).then(() => sessionEnded('signed-out'), showError)
}

/** At a shared desk F8 asks who is on duty, and a badge that is scanned on any page changes the person at once. In the frame, once. */
export function SharedDeskKeys(): ReactNode {
  const desk = useSharedDesk()
  return desk && <Listening desk={desk} />
}

function Listening({ desk }: { readonly desk: OwnDesk }): null {
  const t = useText()
  const api = useApi()
  const change = useChangePerson()
  useKeyHints(keys)
  useScan(async code => {
    if (!code.startsWith(desk.badgePrefix)) return undefined
    const { token, fullName } = await api.operators.switchByBadge({ code, deskId: thisDesk().id })
    signIn(token, { keep: false })
    return { isKnown: true, text: t('operators.changed', { name: fullName }) }
  }, 'first')
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isInDialog(event.target)) return
    event.preventDefault()
    change()
  })
  useEffect(() => {
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return null
}

const keys: Parameters<typeof useKeyHints>[0] = t => ({ title: t('operators.keys.title'), hints: [{ keys: ['F8'], text: t('operators.keys.change') }] })
