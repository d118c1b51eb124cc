/**
 * What all benches share. Where there is a floor, it is measured in the same run and in turns with ours, so that whatever else the
 * machine does hits both; a figure is the median of several rounds.
 */
export interface Bench {
  readonly name: string
  /** How it is measured, and against what, for the report. */
  readonly about: string
  run(size: Size): Promise<readonly Row[]>
}
/** How much to measure: the whole, or just enough to see that the bench works. */
export type Size = <T>(whole: T, little: T) => T

/** One line of the table. Without a goal, `isMet` is null and the figure is only told. */
export interface Row {
  readonly what: string
  readonly floor: string
  readonly ours: string
  readonly figure: string
  readonly goal: string
  readonly isMet: boolean | null
}
export type Goal = { readonly atMost: number } | { readonly atLeast: number }
type Show = (value: number) => string

/** One round: a time, or a rate, of the floor and of ours. */
export interface Pair { readonly floor: number; readonly ours: number }

export async function rounds<T>(count: number, measure: () => Promise<T>): Promise<T[]> {
  const measured: T[] = []
  for (let round = 0; round < count; round += 1) measured.push(await measure())
  return measured
}

/** Ours against the floor, as so many times: the median of the rounds' ratios. */
export function ratioRow(what: string, pairs: readonly Pair[], show: Show, goal?: Goal): Row {
  const ratio = median(pairs.map(({ floor, ours }) => ours / floor))
  return {
    what, floor: show(median(pairs.map(({ floor }) => floor))), ours: show(median(pairs.map(({ ours }) => ours))), figure: times(ratio),
    ...judged(ratio, times, goal),
  }
}

/** A figure that is judged by itself. `floor`: what something idle shows at the same time, where that tells something. */
export function plainRow(what: string, value: number, show: Show, goal?: Goal, floor?: number): Row {
  return { what, floor: floor === undefined ? '' : show(floor), ours: show(value), figure: show(value), ...judged(value, show, goal) }
}

function judged(value: number, show: Show, goal: Goal | undefined): Pick<Row, 'goal' | 'isMet'> {
  if (!goal) return { goal: '', isMet: null }
  return 'atMost' in goal
    ? { goal: `≤ ${show(goal.atMost)}`, isMet: value <= goal.atMost }
    : { goal: `≥ ${show(goal.atLeast)}`, isMet: value >= goal.atLeast }
}

export const times: Show = value => `${significant(value)}×`
export const seconds: Show = milliseconds => `${significant(milliseconds / 1000)} s`
export const milliseconds: Show = value => `${significant(value)} ms`
export const microseconds: Show = value => `${significant(value * 1000)} µs`
export const perSecond: Show = value => `${Math.round(value).toLocaleString('en')}/s`
export const megabytes: Show = bytes => `${Math.round(bytes / 2 ** 20)} MB`

function significant(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that such a share of them does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** How long the work took, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Calls of both by turns, in short series, because one alone is too short to be timed; a call's time by rounds. */
export function alternated(count: number, turns: number, calls: number, work: { floor(): unknown; ours(): unknown }): Promise<Pair[]> {
  const series = async (call: () => unknown) => {
    for (let made = 0; made < calls; made += 1) await call()
  }
  return rounds(count, async () => {
    const spent = { floor: 0, ours: 0 }
    for (let turn = 0; turn < turns; turn += 1) {
      spent.floor += await timed(() => series(work.floor))
      spent.ours += await timed(() => series(work.ours))
    }
    return { floor: spent.floor / turns / calls, ours: spent.ours / turns / calls }
  })
}
