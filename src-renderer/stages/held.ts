import type { StageWork } from '../../shared/stages/work.ts'

/** PX-13: whether nothing is written or changed, until somebody else has said what failed. */
export function isHeld({ holds }: StageWork): boolean {
  return holds.some(({ releasedAt }) => releasedAt === null)
}
