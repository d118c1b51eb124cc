import type { z } from 'zod'
import type { InputIssue } from './errors.ts'

/** What a faulty field's text may name. */
const toldParams: readonly string[] = ['minimum', 'maximum', 'origin', 'expected', 'values', 'format']

/** A schema's complaint as both ends know it: where, why, and what the text about it may name. */
export function inputIssue(issue: z.core.$ZodIssue): InputIssue {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'custom') {
    const { reason = 'custom', ...params } = (issue.params ?? {}) as { reason?: string }
    return { path, reason, params }
  }
  const told = Object.entries(issue).filter(([name, value]) => toldParams.includes(name) && value !== undefined)
  return { path, reason: issue.code, params: Object.fromEntries(told) }
}
