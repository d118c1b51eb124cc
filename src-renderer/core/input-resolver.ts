import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, FieldValues, Resolver } from 'react-hook-form'
import { z } from 'zod'
import type { InputIssue } from '../../shared/core/errors.ts'
import { inputIssue } from '../../shared/core/input-issues.ts'
import { issueText } from './error-text.ts'

/**
 * Checks a form by the contract's own input schema before the host does. What is submitted is still what travels (decimals are
 * text); entries left blank are given as the schema likes it: left out, null, or empty text.
 */
export function inputResolver<Values extends FieldValues>(schema: z.ZodType): Resolver<Values> {
  return async (values, _context, options) => {
    const input = withoutBlanks(schema, values) as Values
    const decoded = z.safeDecode(schema, input, { reportInput: true })
    if (decoded.success) return { values: input, errors: {} }
    return { values: {}, errors: toNestErrors<Values>(fieldErrors(decoded.error.issues.map(entryIssue)), options) }
  }
}

/** Issues by the name of their field (`lines.3.quantity`), the first one of each. */
export function fieldErrors(issues: readonly InputIssue[]): Record<string, FieldError> {
  return Object.fromEntries(issues.toReversed().map(issue => [issue.path.join('.'), { type: issue.reason, message: issueText(issue) }]))
}

/** As the host names it, and besides whether anything was entered at all. */
export function entryIssue(issue: z.core.$ZodIssue): InputIssue {
  const known = inputIssue(issue)
  const isBlank = issue.input === undefined || issue.input === null || issue.input === ''
  // What a rule of ours says of a blank entry is said as it is, but that nothing is no number need not be explained.
  const isNothing = isBlank && (issue.code !== 'custom' || known.reason === 'not-a-number')
  return isNothing ? { ...known, params: { ...known.params, received: 'nothing' } } : known
}

function withoutBlanks(schema: z.core.$ZodType, value: unknown): unknown {
  const inner = unwrapped(schema)
  if (value === null || value === '' || value === undefined) return blankFor(schema, value)
  if (inner instanceof z.ZodArray && Array.isArray(value)) return value.map(one => withoutBlanks(inner.element, one))
  if (!(inner instanceof z.ZodObject) || typeof value !== 'object') return value
  const shape = inner.shape as Record<string, z.core.$ZodType>
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shape[name] ? withoutBlanks(shape[name], one) : one]))
}

/** The blank the schema takes; if it takes none, the entry is required and is refused as it is. */
export function blankFor(schema: z.core.$ZodType, blank: unknown): unknown {
  const accepted = [blank, null, undefined, ''].filter(one => z.safeDecode(schema, one as never).success)
  return accepted.length === 0 ? blank : accepted[0]
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const isWrapper = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
  return isWrapper ? unwrapped(schema.unwrap()) : schema
}
