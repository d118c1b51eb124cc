import CloudOff from '@mui/icons-material/CloudOffOutlined'
import Computer from '@mui/icons-material/ComputerOutlined'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import { useEffect, useState, type ReactNode } from 'react'
import type { AppError } from '../../shared/core/errors.ts'
import type { SharedDesk } from '../../shared/operators/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { errorText } from '../core/error-text.ts'
import { speak, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { signOut, useSession } from '../core/session.ts'
import type { Language } from '../../shared/texts.ts'
import { DoorFrame } from './door-frame.tsx'
import { FirstRun } from './first-run.tsx'
import { LoginForm } from './login-form.tsx'
import { Rescue } from './rescue.tsx'

const retryEvery = 3_000

/** What stands in place of the login where people take turns; it gives way to the login on request. */
export interface DoorProps { sharedDesk(desk: SharedDesk, onPassword: () => void): ReactNode }

/** Whoever is not signed in stands here: the first run of a new factory, the login, or who is on duty. */
export function Door({ sharedDesk }: DoorProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { user } = useSession()
  const { data: host, error, refetch } = useLive(api.identity.describeHost, {})
  // It comes back without having been asked to: started anew, or restored at the host.
  const isAway = error !== null || host?.rescue !== undefined
  useEffect(() => {
    if (!isAway) return
    const retry = setInterval(() => void refetch(), retryEvery)
    return () => clearInterval(retry)
  }, [isAway, refetch])
  useEffect(() => {
    if (host) greet(host.language)
  }, [host])

  const { data: desk } = useLive(api.operators.describeDesk, { deskId: thisDesk().id }, { isFresh: true })
  const [byPassword, setByPassword] = useState(false)
  const isOverScreens = user !== null
  if (!host) {
    return (
      <DoorFrame isOverScreens={isOverScreens}>
        {error
          ? <EmptyState role="alert" icon={<CloudOff />} title={t('identity.door.away')} hint={t('identity.door.awayHint')} />
          : <Waiting text={t('identity.door.waiting')} />}
      </DoorFrame>
    )
  }
  if (host.rescue) return <DoorFrame isOverScreens={isOverScreens}><Rescue rescue={host.rescue} /></DoorFrame>
  if (!host.isSetUp && host.canSetUp) return <DoorFrame><FirstRun onSetUp={() => void refetch()} /></DoorFrame>
  if (!host.isSetUp) {
    const again = <Button variant="outlined" onClick={() => void refetch()}>{t('buttons.retry')}</Button>
    return <DoorFrame><EmptyState icon={<Computer />} title={t('identity.door.notReady')} hint={t('identity.door.notReadyHint')} actions={again} /></DoorFrame>
  }
  if (desk?.isShared && !byPassword) return sharedDesk(desk, () => setByPassword(true))
  return (
    <DoorFrame isOverScreens={isOverScreens} isWide={host.isDemo && !isOverScreens}>
      <LoginForm host={host} />
    </DoorFrame>
  )
}

/** Between the login and the screens. */
export function DoorWaiting({ error, onRetry }: { readonly error: AppError | undefined; onRetry(): void }): ReactNode {
  const t = useText()
  const isOverScreens = useSession(({ user }) => user !== null)
  if (!error) return <DoorFrame isOverScreens={isOverScreens}><Waiting text={t('identity.door.gotIn')} /></DoorFrame>
  const actions = (
    <>
      <Button variant="contained" onClick={onRetry}>{t('buttons.retry')}</Button>
      <Button onClick={signOut}>{t('frame.signOut')}</Button>
    </>
  )
  return (
    <DoorFrame isOverScreens={isOverScreens}>
      <EmptyState role="alert" icon={<CloudOff />} title={t('identity.door.failed')} hint={errorText(error)} actions={actions} />
    </DoorFrame>
  )
}

function Waiting({ text }: { readonly text: string }): ReactNode {
  return <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={text} />
}

const greetedKey = 'lantai.greeted'

/** A desk that was never used speaks the factory's language at first; after that, the one it spoke last. */
function greet(language: Language): void {
  if (localStorage.getItem(greetedKey) !== null) return
  localStorage.setItem(greetedKey, 'yes')
  speak(language)
}
