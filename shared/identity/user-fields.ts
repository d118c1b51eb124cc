import { z } from 'zod'
import { Code, text } from '../core/fields.ts'

export const Language = z.enum(['id', 'en'])

/** What a person types at every login: no blanks, and no letters that look alike but differ. */
export const NewUsername = Code.refine(name => /^[\w.@-]*$/.test(name), { params: { reason: 'identity.issues.username' } })

/** Names a desk for good; the browser makes it once and keeps it. */
export const DeskId = z.string().regex(/^[\w.-]{1,100}$/)

export const Email = z.email().max(200)
export const Phone = text(40)
