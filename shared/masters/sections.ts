import { z } from 'zod'
import { Code, Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { Activity, findInput } from './record.ts'

/** Where people work and stock stands; what most users are limited to. */
export const Section = z.object({
  id: z.string(), version: z.int(), code: z.string(), name: z.string(),
  parentId: z.string().nullable(), parentCode: z.string().nullable(), parentName: z.string().nullable(), isActive: z.boolean(),
})
export type Section = z.infer<typeof Section>

export const SectionFields = z.object({ code: Code, name: Name, parentId: IdSchema.nullable() })
export type SectionFields = z.infer<typeof SectionFields>

export const FoundSection = Section.pick({ id: true, code: true, name: true, isActive: true })
export type FoundSection = z.infer<typeof FoundSection>

export const sections = {
  listSections: query({
    permission: 'masters.view',
    input: listInput({ parentId: IdSchema, isActive: z.boolean() }, ['code', 'name', 'parentName']),
    output: page(Section),
    reads: ['section'],
  }),
  findSections: query({ permission: anySession, input: z.object(findInput), output: page(FoundSection), reads: ['section'] }),
  getSection: query({ permission: 'masters.view', input: z.object({ id: IdSchema }), output: Section, reads: ['section'] }),
  createSection: command({ permission: 'masters.create', input: SectionFields.partial({ parentId: true }), output: Section, writes: ['section'] }),
  updateSection: command({
    permission: 'masters.update',
    input: SectionFields.partial().extend({ id: IdSchema, version: Version }),
    output: Section,
    writes: ['section'],
  }),
  setSectionActive: command({ permission: 'masters.update', input: Activity, output: Section, writes: ['section'] }),
}
