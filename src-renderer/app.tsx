import AccountCircle from '@mui/icons-material/AccountCircleOutlined'
import Devices from '@mui/icons-material/DevicesOutlined'
import Link from '@mui/icons-material/LinkOff'
import Lock from '@mui/icons-material/LockOutlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import SwapHoriz from '@mui/icons-material/SwapHorizOutlined'
import SpeakerPhone from '@mui/icons-material/SpeakerPhoneOutlined'
import CircularProgress from '@mui/material/CircularProgress'
import { Suspense, useState, type ReactNode } from 'react'
import { BrowserRouter, Navigate, Route, Routes, useLocation, useNavigate } from 'react-router'
import { ActivityTracker } from './activity/activity-tracker.tsx'
import { AppFrame } from './components/app-frame.tsx'
import { EmptyState } from './components/empty-state.tsx'
import { DraftReminder } from './components/form-draft.tsx'
import { PageFrame } from './components/page-frame.tsx'
import { useWaiting } from './core/approvals.ts'
import { neededText } from './core/error-text.ts'
import { textOf, useText } from './core/i18n.ts'
import { ItemPanelContext } from './core/item-panels.ts'
import { useNavigation, type ShownScreen } from './core/navigation.ts'
import { approvalsPath, ownProfilePath, ownSessionsPath } from './core/paths.ts'
import type { Screen } from './core/screen.ts'
import { useMay } from './core/session.ts'
import { TodayContext } from './core/today.ts'
import { BackupStatus } from './data-care/backup-status.tsx'
import { HostBanner } from './data-care/host-banner.tsx'
import { LabelsDialog } from './labels/labels-dialog.tsx'
import { useAccount } from './identity/account.tsx'
import { SharedDeskKeys, useChangePerson, useSharedDesk } from './operators/shared-desk.tsx'
import { PasswordGate } from './identity/password-gate.tsx'
import { AlertEdge } from './notifications/alert-edge.tsx'
import { QuickAddProvider } from './components/quick-add.tsx'
import { findMasterAdd } from './masters/quick-adds.tsx'
import { NotificationBell } from './notifications/bell.tsx'
import { OpensPaperForms } from './production/opens-paper-forms.tsx'
import { actions, itemPanels, screens, todayLists } from './routes.tsx'
import { DeskDialog } from './scan/desk-dialog.tsx'
import { openScanField } from './scan/scan-field.tsx'
import { ScanListener } from './scan/scan-listener.tsx'
import { ScanStatus } from './scan/scan-status.tsx'
import { useDeskActions } from './search/desk-actions.ts'
import { OpensScans } from './search/opens-scans.tsx'
import { PaletteButton } from './search/palette-button.tsx'
import { Palette } from './search/palette.tsx'
import { LateOffer } from './section-day/late-offer.tsx'
import { ScreenListContext } from './core/screen-list.ts'
import { TrainingBanner, TrainingStatus } from './training/banner.tsx'

const screenList = { screens, actions }

/** All that a signed-in user sees. */
export function App(): ReactNode {
  return (
    <BrowserRouter>
      <PasswordGate>
        <ScreenListContext value={screenList}>
          <OpensScans />
          <OpensPaperForms />
          <ActivityTracker />
          <SharedDeskKeys />
          <DraftReminder />
          <QuickAddProvider find={findMasterAdd}><TodayContext value={todayLists}><ItemPanelContext value={itemPanels}><Frame /></ItemPanelContext></TodayContext></QuickAddProvider>
          <LabelsDialog />
          <LateOffer />
          <ScanListener />
        </ScreenListContext>
      </PasswordGate>
    </BrowserRouter>
  )
}

function Frame(): ReactNode {
  const t = useText()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { dialog, ...account } = useAccount()
  const [isDeskOpen, setDeskOpen] = useState(false)
  const { count: waiting } = useWaiting()
  const openDesk = () => setDeskOpen(true)
  const isShared = useSharedDesk() !== undefined
  const changePerson = useChangePerson()
  const deskActions = [
    ...useDeskActions(account),
    ...(isShared ? [{ id: 'change person', title: t('operators.change'), icon: SwapHoriz, run: changePerson }] : []),
    { id: 'own sessions', title: t('sessions.own.title'), icon: Devices, run: () => void navigate(ownSessionsPath) },
    { id: 'desk', title: t('scan.desk.menu'), icon: SpeakerPhone, run: openDesk },
    { id: 'scan', title: t('scan.field.menu'), icon: QrCodeScanner, run: openScanField },
  ]
  const wall = screens.find(({ isWall, path }) => isWall && path === pathname)
  const groups = useNavigation(screens).map(({ label, screens: shown }) => ({ label, items: shown.map(item => navigationItem(item, waiting)) }))
  if (wall) return <Suspense><Guarded screen={wall} /></Suspense>
  return (
    <>
      <AppFrame
        {...account} groups={groups} search={<PaletteButton />} bell={<NotificationBell />} banner={<><HostBanner /><TrainingBanner /><AlertEdge /></>} statusItems={<><TrainingStatus /><BackupStatus /><ScanStatus /></>} pageKey={pathname}
        more={[...(isShared ? [{ label: t('operators.change'), icon: <SwapHoriz fontSize="small" />, act: changePerson }] : []), { label: t('identity.profile.title'), icon: <AccountCircle fontSize="small" />, act: () => void navigate(ownProfilePath) }, { label: t('sessions.own.title'), icon: <Devices fontSize="small" />, act: () => void navigate(ownSessionsPath) }, { label: t('scan.desk.menu'), icon: <SpeakerPhone fontSize="small" />, act: openDesk }]}
      >
        <Suspense fallback={<EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />}>
          <Routes>
            <Route path="/" element={<Home />} />
            {screens.map(screen => <Route key={screen.path} path={screen.path} element={<Guarded screen={screen} />} />)}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
        {dialog}
      </AppFrame>
      {isDeskOpen && <DeskDialog onClose={() => setDeskOpen(false)} />}
      <Palette deskActions={deskActions} />
    </>
  )
}

function navigationItem({ screen: { path, icon: Icon }, label }: ShownScreen, waiting: number) {
  return { to: path, label, icon: Icon ? <Icon /> : null, badge: path === approvalsPath ? waiting : undefined }
}

/** The first screen of those in the user's navigation. */
function Home(): ReactNode {
  const shown = useNavigation(screens).flatMap(group => group.screens.map(({ screen }) => screen))
  const first = screens.find(screen => shown.includes(screen))
  return first && <Navigate to={first.path} replace />
}

function Guarded({ screen: { component: Component, permission, title } }: { readonly screen: Screen }): ReactNode {
  const t = useText()
  const may = useMay()
  if (may(permission)) return <Component />
  return (
    <PageFrame title={textOf(title) ?? ''} fills>
      <EmptyState icon={<Lock />} title={t('frame.notAllowed')} hint={t('frame.notAllowedHint', { needed: neededText(permission) })} />
    </PageFrame>
  )
}

function NotFound(): ReactNode {
  const t = useText()
  return <PageFrame title={t('frame.notFound')} fills><EmptyState icon={<Link />} title={t('frame.notFoundHint')} /></PageFrame>
}
