import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { longestBadCode } from '../../shared/scan/contract.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { listenForScans } from '../core/scan-listener.ts'
import { acceptScan, forgetScans, useScans } from '../core/scans.ts'
import { translate } from '../core/i18n.ts'
import { showNotice } from '../core/toasts.ts'
import { rulesOf, useDeskScanner } from './desk-scanner.ts'
import { ScanField } from './scan-field.tsx'
import { ScanFlash } from './scan-flash.tsx'

function tellLost(text: string): void {
  showNotice(translate()('scan.lost', { text }))
}

/** The ear of the desk: takes scans on every page, and shows what became of them. In the frame, once. */
export function ScanListener(): ReactNode {
  const api = useApi()
  const { mode } = useDeskScanner()
  const { data: setup } = useLive(api.scan.getScannerSetup, {})
  useEffect(() => {
    const rules = setup && rulesOf(setup, mode)
    return rules && listenForScans(rules, { onScan: acceptScan, onLost: tellLost })
  }, [setup, mode])
  useEffect(() => forgetScans, [])
  const last = useScans(state => state.last)
  const noteBadScan = useEffectEvent((code: string) => {
    // Whoever scans is told what was wrong already; that it could not be kept is no matter of theirs.
    api.scan.noteBadScan({ code: code.slice(0, longestBadCode) }).catch(() => undefined)
  })
  useEffect(() => {
    if (last?.isBad) noteBadScan(last.code)
  }, [last])
  return (
    <>
      <ScanFlash />
      <ScanField />
    </>
  )
}
