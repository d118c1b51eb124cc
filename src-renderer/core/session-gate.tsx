import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import { useApi, useTransport } from './api.ts'
import type { Api } from './client.ts'
import { asAppError } from './error-text.ts'
import { speak } from './i18n.ts'
import { forgetAnswers } from './live.ts'
import { sessionEnded, setUser, useSession, type SessionUser } from './session.ts'

export interface SessionGateProps {
  /** The login screen. Shown alone, or over the screens of somebody whose session ended (`useSession().endedBy`). */
  readonly signIn: ReactNode
  /** While the host is asked who the token belongs to; `error` if it could not be. */
  waiting(error: AppError | undefined, retry: () => void): ReactNode
  loadUser(api: Api): Promise<SessionUser>
  readonly children: ReactNode
}

/**
 * Screens only for who is signed in. When the host ends a session, the screens stay where they are behind the login, with
 * everything typed in them; they go if another user signs in.
 */
export function SessionGate({ signIn, waiting, loadUser, children }: SessionGateProps): ReactNode {
  const { token, user, isConfirmed } = useSession()
  const { error, retry } = useConfirmedUser(loadUser)
  return (
    <>
      {user && (
        <div key={user.id} inert={!isConfirmed} style={{ display: 'contents' }}>
          {children}
        </div>
      )}
      {token === null ? signIn : isConfirmed || waiting(error, retry)}
    </>
  )
}

function useConfirmedUser(loadUser: SessionGateProps['loadUser']): { error: AppError | undefined; retry: () => void } {
  const api = useApi()
  const transport = useTransport()
  const client = useQueryClient()
  const token = useSession(state => state.token)
  const [attempt, setAttempt] = useState(0)
  const [error, setError] = useState<AppError>()

  useEffect(() => transport.onEnded(sessionEnded), [transport])
  useEffect(() => {
    if (token === null) return transport.disconnect()
    let isCurrent = true
    const confirm = (user: SessionUser) => {
      if (!isCurrent) return
      if (useSession.getState().user?.id !== user.id) forgetAnswers(client)
      if (!useSession.getState().isConfirmed) speak(user.language)
      setUser(user)
    }
    const refuse = (thrown: unknown) => {
      const reason = asAppError(thrown)
      if (isCurrent && reason.code !== 'signed-out') setError(reason)
    }
    const load = () => void loadUser(api).then(confirm, refuse)
    transport.connect(token)
    load()
    // What the user may do can change while they work; the host then has everything read again.
    const stopListening = transport.onNews(news => news === 'everything' && load())
    return () => {
      isCurrent = false
      stopListening()
    }
  }, [token, attempt, api, client, loadUser, transport])
  const retry = () => {
    setError(undefined)
    setAttempt(attempt + 1)
  }
  return { error, retry }
}
