import { use, useEffect, useState } from 'react'
import { matchRoutes, useLocation } from 'react-router'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { ScreenListContext } from '../core/screen-list.ts'
import { onSent } from '../core/sent.ts'
import { createTracker } from './tracker.ts'

const tick = 5_000
/** Without a key or a pointer for so long, nobody is working at the screen. */
const idleAfter = 60_000
const sendEvery = 30_000
/** A screen that was only passed through on the way is not worth a message of its own. */
const sendAfterOpening = 1_500
const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
const ownReport = 'activity.report'

/** Notes which screens somebody works at and what they do, and reports it now and then. In the frame, once. */
export function ActivityTracker(): null {
  const api = useApi()
  const { screens } = use(ScreenListContext)
  const { pathname } = useLocation()
  const [tracker] = useState(() => createTracker({ pageId: thisDesk().pageId + Date.now().toString(36), now: Date.now, send: entries => api.activity.report({ entries }) }))

  useEffect(() => {
    const [match] = matchRoutes(screens.map(({ path }) => ({ path })), pathname) ?? []
    if (match?.route.path === undefined) return
    tracker.opened(match.route.path)
    const timer = setTimeout(() => void tracker.flush(), sendAfterOpening)
    return () => clearTimeout(timer)
  }, [tracker, screens, pathname])

  useEffect(() => {
    let lastSign = Date.now()
    const sign = () => (lastSign = Date.now())
    const isWorking = () => document.visibilityState === 'visible' && Date.now() - lastSign < idleAfter
    const ticking = setInterval(() => isWorking() && tracker.worked(tick / 1000), tick)
    const sending = setInterval(() => void tracker.flush(), sendEvery)
    const flush = () => void tracker.flush()
    const stopListening = onSent(name => name !== ownReport && tracker.acted(name))
    for (const event of signsOfLife) addEventListener(event, sign, { passive: true })
    addEventListener('pagehide', flush)
    return () => {
      clearInterval(ticking)
      clearInterval(sending)
      stopListening()
      for (const event of signsOfLife) removeEventListener(event, sign)
      removeEventListener('pagehide', flush)
    }
  }, [tracker])
  return null
}
