import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

export interface HealthFigures {
  /** `0,4 ms`, `380 ms`, `2,5 detik`. */
  took(milliseconds: number): string
  /** `12%` */
  share(percent: number): string
  /** What decided a judgement, as its sentence takes it. */
  readable(figures: Readonly<Record<string, number>>): Record<string, string | number>
}

/** Figures of the health page, as people read them: as many digits as say something. */
export function useHealthFigures(): HealthFigures {
  const t = useText()
  const { plain, fileSize, integer } = useFormats()
  const rounded = (value: number, places: number) => plain(String(Number(value.toFixed(places))))
  const took = (milliseconds: number) => milliseconds >= 1_000
    ? t('health.seconds', { value: rounded(milliseconds / 1_000, 1) })
    : t('health.milliseconds', { value: rounded(milliseconds, milliseconds < 10 ? 1 : 0) })
  const share = (percent: number) => t('health.percent', { value: rounded(percent, percent < 1 ? 1 : 0) })
  const kinds: Readonly<Record<string, (value: number) => string>> = {
    p95: took, limit: took, longest: took, machine: share, freeShare: share, free: fileSize, log: fileSize, database: fileSize, own: value => (value > 100 ? fileSize(value) : share(value)),
  }
  return {
    took, share,
    readable: figures => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, name === 'count' ? value : (kinds[name] ?? integer)(value)])),
  }
}
