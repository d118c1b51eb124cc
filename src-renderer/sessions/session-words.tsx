import Sensors from '@mui/icons-material/SensorsOutlined'
import type { ReactNode } from 'react'
import { describeBrowser } from '../../shared/sessions/browser.ts'
import type { SessionFace, SessionState } from '../../shared/sessions/contract.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const tones: Readonly<Record<SessionState, Tone>> = {
  RUNNING: 'running', LOGOUT: 'neutral', REVOKED: 'bad', DEACTIVATED: 'bad', PASSWORD: 'warning', SWITCHED: 'neutral', LOCKED: 'neutral', IDLE: 'neutral', EXPIRED: 'neutral', ENDED: 'neutral',
}

/** How a session stands; one with an open screen says so. */
export function SessionStateChip({ session: { state, isOnline } }: { readonly session: Pick<SessionFace, 'state' | 'isOnline'> }): ReactNode {
  const t = useText()
  if (isOnline) return <StatusChip tone="good" label={t('sessions.online')} icon={Sensors} />
  return <StatusChip tone={tones[state]} label={t(`sessions.states.${state}`)} />
}

export interface SessionWords { desk(session: SessionFace): string; browser(session: Pick<SessionFace, 'userAgent'>): string }

export function useSessionWords(): SessionWords {
  const t = useText()
  return {
    desk: ({ deskName, deskPlace }) => (deskName === null ? t('sessions.unnamedDesk') : [deskName, deskPlace].filter(Boolean).join(', ')),
    browser: ({ userAgent }) => describeBrowser(userAgent) || t('sessions.otherBrowser'),
  }
}
