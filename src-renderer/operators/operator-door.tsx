import ArrowBack from '@mui/icons-material/ArrowBack'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Operator, SharedDesk } from '../../shared/operators/contract.ts'
import { LanguageSwitch } from '../components/top-bar.tsx'
import { useApi } from '../core/api.ts'
import { thisDesk } from '../core/desk.ts'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { listenForScans } from '../core/scan-listener.ts'
import { acceptScan, useScan, type ScanAnswer } from '../core/scans.ts'
import { signIn, useSession } from '../core/session.ts'
import { OperatorTiles } from './operator-tiles.tsx'
import { PinPad } from './pin-pad.tsx'

/** Covers a shared desk until somebody says who they are: "Siapa yang bertugas?" */
export function OperatorDoor({ desk, onPassword }: { readonly desk: SharedDesk; onPassword(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const left = useSession(({ user }) => user?.fullName)
  // What stands behind the question and is not saved: it is kept for whoever left it.
  const [hasKept] = useState(() => document.querySelector('[data-kept]') !== null)
  const [chosen, setChosen] = useState<Operator>()
  const [failure, setFailure] = useState<string>()
  const [isChecking, setChecking] = useState(false)
  const deskId = thisDesk().id
  const choose = (person: Operator | undefined) => {
    setChosen(person)
    setFailure(undefined)
  }
  async function enter(attempt: () => Promise<{ token: string; fullName: string }>): Promise<ScanAnswer> {
    setChecking(true)
    setFailure(undefined)
    try {
      const { token, fullName } = await attempt()
      signIn(token, { keep: false })
      return { isKnown: true, text: t('operators.changed', { name: fullName }) }
    } catch (thrown) {
      setFailure(errorText(thrown))
      return { isKnown: false, text: errorText(thrown) }
    } finally {
      setChecking(false)
    }
  }
  useScan(code => enter(() => api.operators.switchByBadge({ code, deskId })), 'first')
  useScannerWithoutScreens(left !== undefined)
  return (
    <Dialog fullScreen open aria-labelledby={titleId} slotProps={{ paper: { sx: { borderRadius: 0 } } }}>
      <Box sx={{ minHeight: '100%', display: 'grid', gridTemplateRows: 'auto 1fr auto', bgcolor: 'background.default' }}>
        <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 2, px: 3, py: 1.5, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}>
          <Typography sx={{ flex: 1, fontWeight: 600 }}>{[desk.name, desk.place].filter(Boolean).join(' · ')}</Typography>
          <LanguageSwitch />
        </Box>
        <Box sx={{ width: '100%', maxWidth: 1040, mx: 'auto', px: { xs: 2, sm: 4 }, py: 4, display: 'grid', gap: 3, alignContent: 'start' }}>
          <Box>
            <Typography id={titleId} component="h1" sx={{ fontSize: '2rem', fontWeight: 700, letterSpacing: '-0.02em' }}>{t('operators.door.title')}</Typography>
            <Typography sx={{ color: 'text.secondary', fontSize: '1.0625rem' }}>{t('operators.door.hint')}</Typography>
          </Box>
          {left !== undefined && hasKept && <Alert severity="info">{t('operators.door.kept', { name: left })}</Alert>}
          {failure !== undefined && <Alert severity="error" role="alert">{failure}</Alert>}
          {chosen
            ? (
                <Box sx={{ display: 'grid', gap: 2, justifyItems: 'center' }}>
                  <Typography component="h2" variant="h2">{t('operators.door.pinFor', { name: chosen.fullName })}</Typography>
                  <PinPad isChecking={isChecking} onEnter={pin => void enter(() => api.operators.switchByPin({ userId: chosen.id, pin, deskId }))} />
                  <Button startIcon={<ArrowBack />} size="large" onClick={() => choose(undefined)}>{t('operators.door.back')}</Button>
                </Box>
              )
            : <OperatorTiles people={desk.people} onChoose={choose} />}
        </Box>
        <Box component="footer" sx={{ display: 'flex', justifyContent: 'center', p: 2 }}><Button size="large" onClick={onPassword}>{t('operators.door.byPassword')}</Button></Box>
      </Box>
    </Dialog>
  )
}

/** Behind the question the screens of whoever left still listen; where there are none, nobody does. */
function useScannerWithoutScreens(hasScreens: boolean): void {
  useEffect(() => (hasScreens ? undefined : listenForScans({ gap: 35, prefix: [], ends: ['Enter', 'Tab', 'pause'] }, { onScan: acceptScan })), [hasScreens])
}
