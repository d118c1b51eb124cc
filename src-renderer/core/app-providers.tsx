import '@fontsource-variable/inter/index.css'
import '../theme/hyphen.css'
import CssBaseline from '@mui/material/CssBaseline'
import useMediaQuery from '@mui/material/useMediaQuery'
import { ThemeProvider, useColorScheme } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { Toaster } from 'sonner'
import { touch } from '../theme/controls.ts'
import { printInLightScheme } from '../theme/print.ts'
import { theme } from '../theme/theme.ts'
import { ConnectionContext, type Connection } from './api.ts'
import { createClient } from './client.ts'
import { startLanguage, useText } from './i18n.ts'
import { noticingLocks } from './late.ts'
import { createNewsDesk } from './news.ts'
import { createQueryClient } from './query-client.ts'
import { SessionGate, type SessionGateProps } from './session-gate.tsx'
import { unlockSounds } from './sounds.ts'
import { showWhereDeskIs } from './training.ts'
import { telling } from './sent.ts'
import type { Transport } from './transport.ts'
import './toasts.css'

export interface AppProvidersProps extends SessionGateProps { readonly transport: Transport }

/** Everything a screen stands on: theme, language, the host's answers and news, toasts, sounds, and who is signed in. */
export function AppProviders({ transport, ...gate }: AppProvidersProps): ReactNode {
  const [{ connection, queryClient }] = useState(() => start(transport))
  useEffect(() => {
    const desk = createNewsDesk(queryClient)
    const stopListening = transport.onNews(desk.hear)
    return () => {
      stopListening()
      desk.stop()
    }
  }, [transport, queryClient])
  useEffect(unlockSounds, [])
  useEffect(printInLightScheme, [])
  useEffect(showWhereDeskIs, [])
  useEffect(() => warnOfUnsent(transport), [transport])
  return (
    <ThemeProvider theme={theme} defaultMode="system" modeStorageKey="lantai.theme" disableTransitionOnChange noSsr>
      <CssBaseline />
      <QueryClientProvider client={queryClient}>
        <ConnectionContext value={connection}>
          <SessionGate {...gate} />
        </ConnectionContext>
      </QueryClientProvider>
      <Toasts />
    </ThemeProvider>
  )
}

function start(transport: Transport) {
  startLanguage()
  const connection: Connection = { transport, api: createClient(noticingLocks(telling(transport.send))) }
  return { connection, queryClient: createQueryClient() }
}

/** Below, where a mouse seldom is; on tablets, where the thumbs' buttons are below, beneath the head of the page. */
function Toasts(): ReactNode {
  const t = useText()
  const isTouched = useMediaQuery(touch)
  const { mode = 'system' } = useColorScheme()
  return (
    <Toaster
      theme={mode} position={isTouched ? 'top-center' : 'bottom-right'} offset={{ top: 72, bottom: 44, right: 16 }} mobileOffset={{ top: 72, bottom: 44 }} closeButton visibleToasts={4}
      className="lantai-toasts" containerAriaLabel={t('toasts.region')} toastOptions={{ closeButtonAriaLabel: t('buttons.close') }}
    />
  )
}

/** The browser asks before it leaves a page whose entries have not reached the host. */
function warnOfUnsent(transport: Transport): () => void {
  const warn = (event: BeforeUnloadEvent) => {
    if (transport.state().unsent > 0) event.preventDefault()
  }
  addEventListener('beforeunload', warn)
  return () => removeEventListener('beforeunload', warn)
}
