import type { Screen } from '../core/screen.ts'
import { billingScreens } from './billing-screens.tsx'
import { floorScreens } from './floor-screens.tsx'

export const fulfilmentScreens: readonly Screen[] = [...billingScreens, ...floorScreens]
