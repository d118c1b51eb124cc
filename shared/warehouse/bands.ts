import { z } from 'zod'
import { abcClasses } from './abc.ts'
import { ageBands } from './rules.ts'

export const AgeBand = z.enum(ageBands)
export const AbcClass = z.enum(abcClasses)
