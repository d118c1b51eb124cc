import { nativeImage, type App, type BrowserWindow, type NativeImage } from 'electron'

/** The number of unread notices where the system shows programs: at the icon, or on Windows as a mark on it. */
export function showBadge(app: Pick<App, 'setBadgeCount'>, windows: readonly BrowserWindow[], count: number, description: string): void {
  if (process.platform !== 'win32') return void app.setBadgeCount(count)
  for (const window of windows) window.setOverlayIcon(count > 0 ? mark() : null, count > 0 ? description : '')
}

const side = 16
const amber = [0x5c, 0xa3, 0xf2] as const

/** A filled circle, in the accent's colour; as blue, green, red and alpha. */
function mark(): NativeImage {
  const middle = (side - 1) / 2
  const pixels = Array.from({ length: side * side }, (_, at) => {
    const distance = Math.hypot((at % side) - middle, Math.floor(at / side) - middle)
    const alpha = Math.min(1, Math.max(0, middle + 0.5 - distance))
    return [...amber.map(part => Math.round(part * alpha)), Math.round(alpha * 255)]
  })
  return nativeImage.createFromBitmap(Buffer.from(pixels.flat()), { width: side, height: side })
}
