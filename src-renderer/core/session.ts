import { create } from 'zustand'
import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { MenuNode } from '../../shared/identity/menus.ts'
import { isGranted, type Needed } from '../../shared/core/procedure.ts'
import type { Language } from '../../shared/texts.ts'
import { isOfTraining } from '../../shared/training/rules.ts'

/** The user as the screens need them. What they may do is decided by the host; here it only spares them dead ends. */
export interface SessionUser {
  readonly id: string
  readonly username: string
  readonly fullName: string
  readonly role: string
  /** 0 is the highest. */
  readonly level: number
  readonly language: Language
  readonly permissions: readonly Permission[]
  readonly sections: 'all' | readonly string[]
  readonly sectionId: string | null
  /** Their own section's, for the top bar. */
  readonly sectionName?: string | undefined
  readonly canSeeCost: boolean
  readonly mustChangePassword: boolean
  /** What the navigation shows, as given to them. */
  readonly menus: readonly MenuNode[]
}

export interface SessionState {
  readonly token: string | null
  readonly user: SessionUser | null
  /** The session is, or was until it ended, one of the training copy. */
  readonly isTraining: boolean
  /** The host has said that the token is this user's. */
  readonly isConfirmed: boolean
  /** Why the host ended the session while somebody was working; the screens stay behind the sign-in form. */
  readonly endedBy: ErrorCode | null
}

const key = 'lantai.token'

/** `keep me signed in on this desk` keeps the token in the browser; without it, it goes when the tab is closed. */
export const useSession = create<SessionState>(() => {
  const token = sessionStorage.getItem(key) ?? localStorage.getItem(key)
  return { token, user: null, isTraining: token !== null && isOfTraining(token), isConfirmed: false, endedBy: null }
})

/** After a login. The user follows (`setUser`) as soon as the host has said who it is. */
export function signIn(token: string, { keep }: { keep: boolean }): void {
  const { isTraining: wasTraining } = useSession.getState()
  const isTraining = isOfTraining(token)
  // Whoever practises in this tab is still signed in to the factory in the others.
  forget(isTraining)
  const storage = keep ? localStorage : sessionStorage
  storage.setItem(key, token)
  // The screens of the other factory go, even if they are the same user's.
  useSession.setState({ token, isTraining, isConfirmed: false, endedBy: null, ...(isTraining !== wasTraining && { user: null }) })
}

export function setUser(user: SessionUser): void {
  useSession.setState({ user, isConfirmed: true })
}

/** The user leaves: nothing of theirs stays on the screen. */
export function signOut(): void {
  forget(useSession.getState().isTraining)
  useSession.setState({ token: null, user: null, isTraining: false, isConfirmed: false, endedBy: null })
}

/** The host ended the session. What was on the screens of a training copy that is gone is gone with it. */
export function sessionEnded(code: ErrorCode): void {
  forget(useSession.getState().isTraining)
  useSession.setState({ token: null, isConfirmed: false, endedBy: code, ...(code === 'training-reset' && { user: null }) })
}

/** For code outside of components; inside, `useMay`. */
export function may(permission: Needed): boolean {
  return isAllowed(useSession.getState().user, permission)
}

/** `const may = useMay(); may('masters.update') && <Button …>` */
export function useMay(): (permission: Needed) => boolean {
  const user = useSession(state => state.user)
  return permission => isAllowed(user, permission)
}

/** The signed-in user; only below the session gate. */
export function useUser(): SessionUser {
  const user = useSession(state => state.user)
  if (!user) throw new Error('Nobody is signed in')
  return user
}

function isAllowed(user: SessionUser | null, permission: Needed): boolean {
  return user !== null && isGranted(new Set<string>(user.permissions), permission)
}

function forget(isTraining: boolean): void {
  sessionStorage.removeItem(key)
  if (!isTraining) localStorage.removeItem(key)
}
