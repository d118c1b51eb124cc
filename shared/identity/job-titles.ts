import { z } from 'zod'
import { Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'

export const JobTitle = z.object({ id: z.string(), version: z.int(), title: z.string(), sectionId: z.string(), sectionCode: z.string(), sectionName: z.string(), isActive: z.boolean() })
export type JobTitle = z.infer<typeof JobTitle>

/** The same title may be there in several sections, once in each. */
const JobTitleFields = z.object({ title: Name, sectionId: IdSchema })
const AtVersion = z.object({ id: IdSchema, version: Version })

export const jobTitles = {
  listJobTitles: query({
    permission: 'identity.view', input: listInput({ sectionId: IdSchema, isActive: z.boolean() }, ['title', 'sectionName']), output: page(JobTitle), reads: ['jobTitle', 'section'],
  }),
  createJobTitle: command({ permission: 'identity.create', input: JobTitleFields, output: JobTitle, writes: ['jobTitle'] }),
  updateJobTitle: command({ permission: 'identity.update', input: JobTitleFields.partial().extend({ ...AtVersion.shape, isActive: z.boolean().optional() }), output: JobTitle, writes: ['jobTitle'] }),
}
