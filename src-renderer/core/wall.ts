import { useEffect, useEffectEvent, useState } from 'react'
import { productVersion } from '../../shared/core/version.ts'
import { isForWall } from '../../shared/identity/wall.ts'
import { useConnectionState } from './api.ts'
import { useUser } from './session.ts'

const turnsEvery = 14_000
/** Far below the least time after which an idle session ends. */
const stirsEvery = 5 * 60_000

/** Page after page, by itself; the arrows turn too. */
export function useTurns(pages: number): number {
  const [page, setPage] = useState(0)
  useEffect(() => {
    if (pages === 0) return
    const turn = (by: number) => setPage(before => (before + by + pages) % pages)
    const timer = setInterval(() => turn(1), turnsEvery)
    const press = ({ key }: KeyboardEvent) => {
      if (key === 'ArrowRight') turn(1)
      if (key === 'ArrowLeft') turn(-1)
    }
    addEventListener('keydown', press)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', press)
    }
  }, [pages])
  return page
}

/**
 * A screen that nobody touches looks idle. It stays signed in only as somebody who may do nothing but look at the board: whoever leaves their own
 * account here is signed out as anywhere.
 */
export function useStaysSignedIn(ask: () => Promise<unknown>): void {
  const { permissions } = useUser()
  const isForBoard = isForWall(permissions)
  const stir = useEffectEvent(() => void ask().catch(() => undefined))
  useEffect(() => {
    if (!isForBoard) return
    const timer = setInterval(() => stir(), stirsEvery)
    return () => clearInterval(timer)
  }, [isForBoard])
}

/** Nobody presses "reload" here. */
export function useNewestProgram(): void {
  const { hostVersion } = useConnectionState()
  useEffect(() => {
    if (hostVersion !== undefined && hostVersion !== productVersion) window.location.reload()
  }, [hostVersion])
}

/** Where the browser lets a page keep the screen on. */
export function useStaysAwake(): void {
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible' && 'wakeLock' in navigator) navigator.wakeLock.request('screen').catch(() => undefined)
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => document.removeEventListener('visibilitychange', ask)
  }, [])
}
