import { z } from 'zod'
import { permissions } from '../core/permissions.ts'

/** 0 is the highest; a step may be anybody's of a level that decides at all. */
export const highestStepLevel = 5

/**
 * Who decides one step: whoever holds a permission, for the section the request concerns or wherever they work; or anybody whose role
 * ranks at least so high.
 */
export const ApprovalStep = z.discriminatedUnion('by', [
  z.object({ by: z.literal('permission'), permission: z.enum(permissions), section: z.enum(['concerned', 'any']) }),
  z.object({ by: z.literal('level'), level: z.int().min(1).max(highestStepLevel) }),
])
export type ApprovalStep = z.infer<typeof ApprovalStep>

/** The steps of a kind of request, in the order they are decided. */
export const ApprovalChain = z.array(ApprovalStep).min(1).max(5).check(({ value: steps, issues }) => {
  const texts = steps.map(step => JSON.stringify(step))
  texts.forEach((text, at) => {
    if (texts.indexOf(text) < at) issues.push({ code: 'custom', path: [at], input: steps[at], params: { reason: 'approvals.issues.same-step', step: texts.indexOf(text) + 1 } })
  })
})
export type ApprovalChain = z.infer<typeof ApprovalChain>
