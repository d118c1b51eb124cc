import type { Verdict } from '../../shared/health/rules.ts'
import type { Tone } from '../components/status-chip.tsx'

/** What a verdict looks like, as a chip and as a banner. */
export const verdictLooks: Readonly<Record<Verdict, { readonly tone: Tone; readonly severity: 'success' | 'warning' | 'error'; readonly line: string }>> = {
  good: { tone: 'good', severity: 'success', line: 'divider' },
  watch: { tone: 'warning', severity: 'warning', line: 'warning.main' },
  act: { tone: 'bad', severity: 'error', line: 'error.main' },
}
