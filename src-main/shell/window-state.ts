import { z } from 'zod'
import type { DesktopMemory } from './desktop-memory.ts'
import { nearestZoom, nextZoom, type ZoomStep } from './zoom.ts'

export interface Rectangle { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** Where a window opens; without `x` and `y` the system centres it. */
export type Place = Partial<Pick<Rectangle, 'x' | 'y'>> & Pick<Rectangle, 'width' | 'height'>

/** What of a `BrowserWindow` is looked at. */
export interface PlacedWindow {
  readonly webContents: {
    on(event: 'zoom-changed', listener: (event: unknown, direction: 'in' | 'out') => void): unknown
    on(event: 'dom-ready', listener: () => void): unknown
    setZoomMode(mode: 'isolated'): void
    setZoomFactor(factor: number): void
  }
  on(event: 'resize', listener: () => void): unknown
  on(event: 'move', listener: () => void): unknown
  on(event: 'close', listener: () => void): unknown
  on(event: 'closed', listener: () => void): unknown
  isMaximized(): boolean
  isDestroyed(): boolean
  maximize(): void
  getNormalBounds(): Rectangle
}

export interface WindowStates {
  /** Size and place for a new window of this name, on a display there is now. */
  place(name: string): Place
  /** Gives the window its zoom, and maximises it if it was; from then on remembers what its user makes of it. */
  follow(name: string, window: PlacedWindow): void
  zoom(window: PlacedWindow, step: ZoomStep): void
}

export interface WindowStatesParts {
  readonly memory: DesktopMemory
  /** The usable part of every display, the main one first; asked anew each time. */
  workAreas(): readonly Rectangle[]
}

const Remembered = z.object({
  x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive(), isMaximized: z.boolean(), zoom: z.number().positive(),
})
type Remembered = z.infer<typeof Remembered>

const usual = { width: 1366, height: 820 }
const smallest = { width: 480, height: 360 }
/** So much of a window's upper edge must be seen that it can be taken hold of. */
const grip = { width: 120, height: 32 }
/** A further window of the same name does not hide the one before. */
const cascade = 32
const restBeforeWriting = 500

export function createWindowStates({ memory, workAreas }: WindowStatesParts): WindowStates {
  const followed = new Map<PlacedWindow, { readonly name: string; zoom: number }>()
  const remembered = (name: string) => memory.read(`window.${name}`, Remembered)

  function remember(window: PlacedWindow): void {
    const state = followed.get(window)
    if (!state || window.isDestroyed()) return
    memory.write(`window.${state.name}`, { ...window.getNormalBounds(), isMaximized: window.isMaximized(), zoom: state.zoom } satisfies Remembered)
  }
  function setZoom(window: PlacedWindow, zoom: number): void {
    const state = followed.get(window)
    if (!state) return
    state.zoom = zoom
    window.webContents.setZoomFactor(zoom)
    remember(window)
  }
  function zoom(window: PlacedWindow, step: ZoomStep): void {
    setZoom(window, nextZoom(followed.get(window)?.zoom ?? 1, step))
  }
  return {
    zoom,
    place(name) {
      const open = [...followed].filter(([window, state]) => state.name === name && !window.isDestroyed()).length
      return placeOn(workAreas(), remembered(name), open * cascade)
    },
    follow(name, window) {
      const before = remembered(name)
      followed.set(window, { name, zoom: nearestZoom(before?.zoom ?? 1) })
      if (before?.isMaximized) window.maximize()
      // Each window has a zoom of its own: the one on the wall is read from afar.
      window.webContents.setZoomMode('isolated')
      window.webContents.on('dom-ready', () => window.webContents.setZoomFactor(followed.get(window)?.zoom ?? 1))
      window.webContents.on('zoom-changed', (_, direction) => zoom(window, direction))
      let timer: ReturnType<typeof setTimeout> | undefined
      const rememberSoon = () => {
        clearTimeout(timer)
        timer = setTimeout(() => remember(window), restBeforeWriting)
      }
      window.on('resize', rememberSoon)
      window.on('move', rememberSoon)
      window.on('close', () => {
        clearTimeout(timer)
        remember(window)
      })
      window.on('closed', () => {
        clearTimeout(timer)
        followed.delete(window)
      })
    },
  }
}

/** The remembered place if its upper edge can be reached on a display, else a usual size in the middle; never larger than the display. */
export function placeOn(areas: readonly Rectangle[], wanted: Rectangle | undefined, shift = 0): Place {
  const moved = wanted && { ...wanted, x: wanted.x + shift, y: wanted.y + shift }
  const area = moved && areas.find(one => isReachable(moved, one))
  if (!moved || !area) {
    const main = areas[0] ?? usual
    return { width: Math.min(wanted?.width ?? usual.width, main.width), height: Math.min(wanted?.height ?? usual.height, main.height) }
  }
  return {
    x: moved.x, y: moved.y,
    width: Math.max(smallest.width, Math.min(moved.width, area.width)), height: Math.max(smallest.height, Math.min(moved.height, area.height)),
  }
}

function isReachable(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return seen >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height
}
