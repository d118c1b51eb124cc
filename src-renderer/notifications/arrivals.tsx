import Box from '@mui/material/Box'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ReceivedNotice } from '../../shared/notifications/contract.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { play } from '../core/sounds.ts'
import { useNoticeText } from './notice-text.ts'

const announced = 5

/** Tells what arrives: a short sound, and words for a screen reader. Critical notices speak for themselves (`AlertEdge`). */
export function Arrivals(): ReactNode {
  const api = useApi()
  const text = useNoticeText()
  const { data: latest } = useLive(api.notifications.listNotices, { pageSize: announced })
  const [arrived, setArrived] = useState<readonly ReceivedNotice[]>([])
  const seen = useRef<string | undefined>(undefined)

  useEffect(() => {
    if (!latest) return
    const before = seen.current
    seen.current = latest.rows[0]?.id ?? ''
    // What was there when the page was opened is in the bell already.
    const fresh = before === undefined ? [] : latest.rows.filter(({ id, severity }) => id > before && severity !== 'CRITICAL')
    if (fresh.length === 0) return
    play('notice')
    setArrived(fresh.reverse())
  }, [latest])
  return (
    <Box aria-live="polite" role="status" sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}>
      {arrived.map(text).join('. ')}
    </Box>
  )
}
