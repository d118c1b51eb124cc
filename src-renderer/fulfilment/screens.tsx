import type { Screen } from '../core/screen.ts'
import { billingScreens } from './billing-screens.tsx'
import { floorScreens, wallScreen } from './floor-screens.tsx'

/** Whoever works on the floor begins with their own work, not with the list of all. */
export const fulfilmentScreens: readonly Screen[] = [...floorScreens, ...billingScreens, wallScreen]
