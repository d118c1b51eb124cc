import AllInbox from '@mui/icons-material/AllInboxOutlined'
import DirectionsCar from '@mui/icons-material/AirportShuttleOutlined'
import Inventory from '@mui/icons-material/Inventory2Outlined'
import LocalShipping from '@mui/icons-material/LocalShippingOutlined'
import Tv from '@mui/icons-material/TvOutlined'
import { lazy } from 'react'
import type { Screen } from '../core/screen.ts'
import { floorPaths } from './floor-paths.ts'

const FloorPickingScreen = lazy(async () => ({ default: (await import('./floor-picking-screen.tsx')).FloorPickingScreen }))
const FloorPackingScreen = lazy(async () => ({ default: (await import('./floor-packing-screen.tsx')).FloorPackingScreen }))
const FloorDispatchScreen = lazy(async () => ({ default: (await import('./floor-dispatch-screen.tsx')).FloorDispatchScreen }))
const FloorDeliveriesScreen = lazy(async () => ({ default: (await import('./floor-deliveries-screen.tsx')).FloorDeliveriesScreen }))
const FloorWallScreen = lazy(async () => ({ default: (await import('./floor-wall-screen.tsx')).FloorWallScreen }))

const onFloor = { permission: 'fulfilment.execute', group: 'fulfilment' } as const

/** Where invoices are worked on, with a scanner in the hand, on a tablet. */
export const floorScreens: readonly Screen[] = [
  { path: floorPaths.picking, title: 'fulfilment.myPicking', ...onFloor, icon: Inventory, component: FloorPickingScreen },
  { path: floorPaths.packing, title: 'floor.pack.title', ...onFloor, icon: AllInbox, component: FloorPackingScreen },
  { path: floorPaths.dispatch, title: 'floor.dispatch.title', ...onFloor, icon: LocalShipping, component: FloorDispatchScreen },
  { path: floorPaths.deliveries, title: 'fulfilment.myDeliveries', ...onFloor, icon: DirectionsCar, component: FloorDeliveriesScreen },
]

/** A TV for all to see. */
export const wallScreen: Screen = { path: floorPaths.wall, title: 'floor.wall.title', permission: 'fulfilment.view', group: 'fulfilment', isWall: true, icon: Tv, component: FloorWallScreen }
