/** The steps browsers have, from 50 to 300 %. */
const zooms = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

export type ZoomStep = 'in' | 'out' | 'reset'

/** The next larger or smaller zoom; the ends stay where they are. */
export function nextZoom(zoom: number, step: ZoomStep): number {
  if (step === 'reset') return 1
  const at = zooms.indexOf(nearestZoom(zoom))
  return zooms[at + (step === 'in' ? 1 : -1)] ?? zooms[at]!
}

export function nearestZoom(zoom: number): (typeof zooms)[number] {
  return zooms.reduce((nearest, one) => (Math.abs(one - zoom) < Math.abs(nearest - zoom) ? one : nearest))
}
