import CheckCircle from '@mui/icons-material/CheckCircle'
import ErrorIcon from '@mui/icons-material/Error'
import Sync from '@mui/icons-material/Sync'
import Box from '@mui/material/Box'
import Portal from '@mui/material/Portal'
import type { ReactNode } from 'react'
import { useConnectionState } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScans } from '../core/scans.ts'

/** What became of the last scans, for a moment, above everything: the sound's words, for those who do not hear it. */
export function ScanFlash(): ReactNode {
  const t = useText()
  const { shown, waiting } = useScans()
  const isOffline = useConnectionState().status !== 'online'
  return (
    <Portal>
      <Box ref={keepHeard} role="status" aria-label={t('scan.status.region')} sx={place}>
        {shown.map(({ number, code, text, isKnown }) => (
          <Line key={number} tone={isKnown ? 'success' : 'error'} icon={isKnown ? <CheckCircle /> : <ErrorIcon />} code={code} text={text} />
        ))}
        {isOffline && waiting[0] !== undefined && (
          <Line tone="warning" icon={<Sync />} code={waiting[0].code} text={[t('scan.waits'), waiting.length > 1 && t('scan.status.waiting', { count: waiting.length })].filter(Boolean).join(' ')} />
        )}
      </Box>
    </Portal>
  )
}

/** A dialog hides everything beside it from assistive technology; the answer to a scan is for all to hear. */
function keepHeard(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined
  const observer = new MutationObserver(() => element.removeAttribute('aria-hidden'))
  observer.observe(element, { attributeFilter: ['aria-hidden'] })
  return () => observer.disconnect()
}

interface LineProps { readonly tone: 'success' | 'error' | 'warning'; readonly icon: ReactNode; readonly code: string; readonly text: string }

function Line({ tone, icon, code, text }: LineProps): ReactNode {
  return (
    <Box
      sx={{
        display: 'flex', alignItems: 'center', gap: 1.25, px: 2, py: 1, minHeight: 48, borderRadius: 2, border: 2, borderColor: `${tone}.main`, bgcolor: 'background.paper',
        boxShadow: '0 8px 28px rgb(9 30 35 / 18%)', '& svg': { color: `${tone}.main` },
      }}
    >
      {icon}
      <Box component="b" sx={{ fontSize: '1.0625rem', flexShrink: 0, maxWidth: '50%', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}>{code}</Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{text}</Box>
    </Box>
  )
}

const place = {
  position: 'fixed', top: 64, left: '50%', transform: 'translateX(-50%)', zIndex: 'tooltip', pointerEvents: 'none', display: 'grid', gap: 1, justifyItems: 'center',
  width: 'max-content', maxWidth: 'min(640px, calc(100vw - 32px))',
} as const
