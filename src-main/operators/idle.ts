import { identitySettings } from '../../shared/identity/settings.ts'
import { operatorSettings } from '../../shared/operators/settings.ts'
import type { SettingReader } from '../core/handlers.ts'
import type { Idling } from '../core/sessions.ts'

/** How a session idles: a wall's never does, wherever the TV hangs. */
export function idlingOf({ isWall, isShared }: { readonly isWall: boolean; readonly isShared: boolean | null | undefined }): Idling {
  if (isWall) return 'never'
  return isShared ? 'shared' : 'usual'
}

/** Minutes without a sign of life after which a session ends (IA-10); a shared desk locks sooner. */
export function idleMinutes(settings: SettingReader, idling: Idling): number {
  if (idling === 'never') return Infinity
  const usual = settings.get(identitySettings.idleMinutes)
  return idling === 'shared' ? Math.min(usual, settings.get(operatorSettings.lockMinutes)) : usual
}
