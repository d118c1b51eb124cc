import Box from '@mui/material/Box'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { play } from '../core/sounds.ts'
import { useIsTraining } from '../core/training.ts'
import { showDesktopNotice } from './desktop-notice.ts'
import { useNoticeText } from './notice-text.ts'
import { noticesPath, useOpenNotice } from './record-path.ts'

const announced = 5

/**
 * Tells what arrives: a short sound, and words for a screen reader. Critical notices speak for themselves (`AlertEdge`). While another window
 * is in front, the system shows all of them.
 */
export function Arrivals(): ReactNode {
  const t = useText()
  const api = useApi()
  const text = useNoticeText()
  const navigate = useNavigate()
  const openNotice = useOpenNotice()
  const isTraining = useIsTraining()
  const { data: latest } = useLive(api.notifications.listNotices, { pageSize: announced })
  const { data: choices } = useLive(api.notifications.listChoices, {})
  /** Only everyday news can be declined. */
  const isWanted = useEffectEvent(({ kind, severity }: ReceivedNotice, way: 'hasSound' | 'hasDesktopNotice') =>
    severity !== 'INFO' || choices?.find(choice => choice.kind === kind)?.[way] !== false)
  const [arrived, setArrived] = useState<readonly ReceivedNotice[]>([])
  const seen = useRef<string | undefined>(undefined)
  const tellOutside = useEffectEvent((notice: ReceivedNotice) => {
    const { id, severity } = notice
    showDesktopNotice({
      id, title: [isTraining && t('training.banner.word'), t(`notifications.severities.${severity}`)].filter(Boolean).join(' · '), text: text(notice), isLasting: severity === 'CRITICAL',
      onClick: () => openNotice(notice) || void navigate(noticesPath),
    })
  })

  useEffect(() => {
    if (!latest) return
    const before = seen.current
    seen.current = latest.rows[0]?.id ?? ''
    // What was there when the page was opened is in the bell already.
    const fresh = before === undefined ? [] : latest.rows.filter(({ id }) => id > before).reverse()
    for (const notice of fresh) if (isWanted(notice, 'hasDesktopNotice')) tellOutside(notice)
    const calm = fresh.filter(({ severity }) => severity !== 'CRITICAL')
    if (calm.length === 0) return
    if (calm.some(notice => isWanted(notice, 'hasSound'))) play('notice')
    setArrived(calm)
  }, [latest])
  return (
    <Box aria-live="polite" role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}>
      {arrived.map(text).join('. ')}
    </Box>
  )
}
