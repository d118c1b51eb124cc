import { create } from 'zustand'
import { prefixKeys } from '../core/scan-strokes.ts'
import type { ScanRules } from '../core/scan-detector.ts'
import type { ScannerSetup } from '../../shared/scan/contract.ts'
import { scanModes, type ScanMode } from '../../shared/scan/settings.ts'

/** How this desk tells its scanner: as the factory does, or in a way of its own. */
export type DeskMode = ScanMode | 'factory'

const key = 'lantai.scanner'
export const useDeskScanner = create<{ readonly mode: DeskMode }>(() => ({ mode: scanModes.find(mode => mode === localStorage.getItem(key)) ?? 'factory' }))

export function setDeskMode(mode: DeskMode): void {
  localStorage.setItem(key, mode)
  useDeskScanner.setState({ mode })
}

/** By what a scan is told at this desk; nothing where none is to be. */
export function rulesOf({ mode, prefix, suffix, gap }: ScannerSetup, deskMode: DeskMode): ScanRules | undefined {
  const inForce = deskMode === 'factory' ? mode : deskMode
  if (inForce === 'off') return undefined
  return { gap, prefix: inForce === 'prefix' ? prefixKeys(prefix) : [], ends: suffix === 'any' ? ['Enter', 'Tab', 'pause'] : [suffix] }
}
