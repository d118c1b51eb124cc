import { z } from 'zod'
import { ageBands } from './rules.ts'

export const AgeBand = z.enum(ageBands)
