/**
 * How long things took, counted in buckets that widen with the time: three to a doubling, from a sixteenth of a millisecond to over a
 * minute. A percentile read from them is at most an eighth off.
 */
const least = 1 / 16
const perDoubling = 3
export const bucketCount = 62

export function bucketOf(milliseconds: number): number {
  if (milliseconds <= least) return 0
  return Math.min(bucketCount - 1, Math.ceil(Math.log2(milliseconds / least) * perDoubling))
}

/** Below `share` (0.95) of the calls in `buckets`, in milliseconds; never more than `longest`. Nothing where there are none. */
export function percentile(buckets: Uint32Array, share: number, longest = Infinity): number | null {
  const count = buckets.reduce((sum, some) => sum + some, 0)
  if (count === 0) return null
  let left = Math.ceil(share * count)
  const bucket = buckets.findIndex(some => (left -= some) <= 0)
  return Math.min(middleOf(bucket), longest)
}

/** In the middle between its ends, as ratios go. */
function middleOf(bucket: number): number {
  return bucket === 0 ? least : least * 2 ** ((bucket - 0.5) / perDoubling)
}
