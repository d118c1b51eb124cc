import Link from '@mui/icons-material/LinkOff'
import Lock from '@mui/icons-material/LockOutlined'
import CircularProgress from '@mui/material/CircularProgress'
import { Suspense, type ReactNode } from 'react'
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router'
import { AppFrame } from './components/app-frame.tsx'
import { EmptyState } from './components/empty-state.tsx'
import { textOf, useText } from './core/i18n.ts'
import { navigationGroups, type Screen } from './core/screen.ts'
import { useMay } from './core/session.ts'
import { useAccount } from './identity/account.tsx'
import { PasswordGate } from './identity/password-gate.tsx'
import { AlertEdge } from './notifications/alert-edge.tsx'
import { NotificationBell } from './notifications/bell.tsx'
import { RecordPathContext } from './notifications/record-path.ts'
import { recordPath, screens } from './routes.tsx'

/** All that a signed-in user sees. */
export function App(): ReactNode {
  return (
    <BrowserRouter>
      <PasswordGate>
        <RecordPathContext value={recordPath}>
          <Frame />
        </RecordPathContext>
      </PasswordGate>
    </BrowserRouter>
  )
}

function Frame(): ReactNode {
  const t = useText()
  const { pathname } = useLocation()
  const { dialog, ...account } = useAccount()
  const groups = navigationGroups.map(group => ({ label: t(`navigation.${group}`), items: screens.filter(screen => screen.group === group).map(navigationItem) }))
  return (
    <AppFrame {...account} groups={groups} bell={<NotificationBell />} banner={<AlertEdge />} pageKey={pathname}>
      <Suspense fallback={<EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />}>
        <Routes>
          <Route path="/" element={<Home />} />
          {screens.map(screen => <Route key={screen.path} path={screen.path} element={<Guarded screen={screen} />} />)}
          <Route path="*" element={<EmptyState icon={<Link />} title={t('frame.notFound')} hint={t('frame.notFoundHint')} />} />
        </Routes>
      </Suspense>
      {dialog}
    </AppFrame>
  )
}

function navigationItem({ path, title, icon: Icon, permission }: Screen) {
  return { to: path, label: textOf(title) ?? '', icon: Icon ? <Icon /> : null, needs: permission }
}

/** The first screen in the navigation that the user may open. */
function Home(): ReactNode {
  const may = useMay()
  const first = screens.find(({ group, permission }) => group !== undefined && may(permission))
  return first && <Navigate to={first.path} replace />
}

function Guarded({ screen: { component: Component, permission } }: { readonly screen: Screen }): ReactNode {
  const t = useText()
  const may = useMay()
  if (may(permission)) return <Component />
  return <EmptyState icon={<Lock />} title={t('frame.notAllowed')} hint={t('frame.notAllowedHint', { needed: permission })} />
}
