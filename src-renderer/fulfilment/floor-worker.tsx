import Badge from '@mui/icons-material/BadgeOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { features } from '../../shared/features/settings.ts'
import type { history } from '../../shared/fulfilment/history.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useScan } from '../core/scans.ts'
import { useSetting } from '../core/setting.ts'

export type Proof = { readonly badge?: string }
export interface FloorWorker {
  /** What goes along with every step. */
  readonly proof: Proof
  /** Whether a step may be asked for: a badge was scanned, or none is needed here. */
  readonly isProved: boolean
  /** Whether a step may be done by hand, without the scanner. */
  readonly mayByHand: boolean
  readonly work: ReturnType<typeof useLive<(typeof history)['getMyWork']>>
  readonly name: string | undefined
  forget(): void
}

/**
 * Who works here: whoever scanned their badge last on this screen, else whoever is signed in. Here a badge proves steps, also at a desk
 * where it otherwise changes the person.
 */
export function useFloorWorker(): FloorWorker {
  const t = useText()
  const api = useApi()
  const mayByHand = useSetting(features.manualPicking)
  const prefix = useLive(api.operators.readOwnDesk, {}).data?.badgePrefix
  const [badge, setBadge] = useState<string>()
  const proof: Proof = badge === undefined ? {} : { badge }
  const work = useLive(api.fulfilment.getMyWork, proof, { clears: true })
  useScan(async code => {
    if (prefix === undefined || !code.startsWith(prefix)) return undefined
    const { worker } = await api.fulfilment.getMyWork({ badge: code })
    setBadge(code)
    return { isKnown: true, text: t('floor.worker.scanned', { name: worker.fullName }) }
  }, 'first')
  return { proof, isProved: badge !== undefined || mayByHand, mayByHand, work, name: work.data?.worker.fullName, forget: () => setBadge(undefined) }
}

/** Who is working, in one line, and what is missing. */
export function WorkerLine({ worker: { proof, isProved, name, forget } }: { readonly worker: FloorWorker }): ReactNode {
  const t = useText()
  const isScanned = proof.badge !== undefined
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, fontSize: '0.9375rem' }}>
      <Badge aria-hidden color={isScanned ? 'success' : isProved ? 'action' : 'warning'} />
      {isProved ? (
        <Box component="b" sx={{ color: 'text.primary' }}>
          {name}
        </Box>
      ) : (
        <Box component="b" sx={{ color: 'warning.main' }}>
          {t('floor.worker.needed')}
        </Box>
      )}
      {isProved && <span>{t(isScanned ? 'floor.worker.byBadge' : 'floor.worker.byHand')}</span>}
      {isScanned && (
        <Button size="small" onClick={forget}>
          {t('floor.worker.forget')}
        </Button>
      )}
    </Box>
  )
}
