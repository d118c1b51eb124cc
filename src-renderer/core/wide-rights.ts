import type { WideRight } from '../../shared/operators/rules.ts'
import { permissionText } from './error-text.ts'
import { useText } from './i18n.ts'

/** So many are named; of more it is said how many. */
const named = 2

/** "melihat harga, Audit: lihat, dan 3 hak lain": what is too wide for a PIN or a badge. */
export function useWideRightsText(): (wide: readonly WideRight[]) => string {
  const t = useText()
  return wide => {
    const rights = wide.slice(0, named).map(permissionText).join(', ')
    return wide.length <= named ? rights : t('operators.andMore', { rights, count: wide.length - named })
  }
}
