import { z } from 'zod'
import { command, job, query } from '../core/procedure.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Why the audit is not whole. `seq` numbers rows of the chain, `file` names a seal or an archive. */
const at = { seq: z.int() }
const file = { file: z.string() }
export const Finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['row-edited', 'row-replaced']), ...at }),
  z.object({ kind: z.literal('row-moved'), ...at, from: z.int() }),
  z.object({ kind: z.literal('rows-deleted'), ...at, to: z.int() }),
  z.object({ kind: z.literal('end-cut'), ...at, to: z.int(), ...file, at: z.string() }),
  z.object({ kind: z.literal('seal-differs'), ...at, ...file, at: z.string() }),
  z.object({ kind: z.enum(['seal-forged', 'seal-of-another-key']), ...at, ...file }),
  z.object({ kind: z.literal('seal-of-another-site'), ...at, ...file, siteId: z.string() }),
  z.object({ kind: z.literal('seal-unreadable'), ...file }),
  z.object({ kind: z.literal('key-missing') }),
  z.object({ kind: z.enum(['archive-missing', 'archive-damaged', 'archive-short', 'archive-edited', 'archive-forged']), ...at, to: z.int(), ...file }),
  z.object({ kind: z.literal('purge-unaudited'), ...at, to: z.int() }),
])
export type Finding = z.infer<typeof Finding>

/** A seal as it is printed: the row it names and the first figures of that row's hash. */
export const PrintedSeal = z.object({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{16,64}$/) })

export type PrintedSeal = z.infer<typeof PrintedSeal>

/** `fits`: the row is there and is the one that was sealed; `differs`: it was rewritten; `gone`: there is no such row any more. */
export const printedOutcomes = ['fits', 'differs', 'gone'] as const

export const Archive = z.object({
  seq: z.int(), at: z.string(), year: z.int(), fromSeq: z.int(), throughSeq: z.int(), rowCount: z.int(), file: z.string(), sha256: z.string(), createdByName: z.string(),
})
export type Archive = z.infer<typeof Archive>

const Sealed = z.object({ seq: z.int(), hash, at: z.string() })

/** Whether the audit is whole, and what was put away of it. */
export const integrity = {
  /** Walks the archives and the whole chain against itself and its seals (AU-8), in a worker. At most 500 findings, `findingCount` counts all. */
  verifyChain: job({
    permission: 'audit.view',
    lane: 'bulk',
    input: z.object({ printed: PrintedSeal.optional() }),
    output: z.object({
      rows: z.int(), archivedRows: z.int(), lastSeq: z.int(), findings: z.array(Finding), findingCount: z.int(), sealCount: z.int(), lastSeal: Sealed.nullable(),
      rowsAfterLastSeal: z.int(), keyFingerprint: z.string().nullable(), printed: z.enum(printedOutcomes).nullable(),
    }),
  }),
  /** The newest archive first; `due`: the years whose time has come, `after`: that of the setting. */
  listArchives: query({
    permission: 'audit.view',
    long: true,
    input: z.object({}),
    output: z.object({ archives: z.array(Archive), due: z.array(z.object({ year: z.int(), fromSeq: z.int(), throughSeq: z.int(), rowCount: z.int() })), retentionYears: z.int() }),
    reads: ['purge', 'user', 'site'],
    varies: 'clock',
  }),
  /** Puts whole years whose time has come into sealed files, the oldest first. Done at the turn of a year by itself. Throws `archive-unsound`. */
  archiveYears: job({
    permission: 'audit.execute',
    lane: 'bulk',
    input: z.object({}),
    output: z.object({ archives: z.array(z.object({ year: z.int(), file: z.string(), rowCount: z.int() })) }),
  }),
  /** The mark up to which the audit may be emptied, once its archive is on the disk. Refuses what does not continue the last archive, or is too young. */
  recordArchive: command({
    permission: 'audit.execute',
    visibility: 'internal',
    action: 'DELETE',
    input: z.object({ year: z.int(), fromSeq: z.int(), throughSeq: z.int(), rowCount: z.int(), file: z.string(), sha256: hash, lastHash: hash }),
    output: z.object({ seq: z.int() }),
    writes: ['purge'],
  }),
  /** Marks what the books of refusals and of events need not keep any longer. */
  forgetOldEvents: command({ permission: 'audit.execute', visibility: 'internal', action: 'DELETE', input: z.object({}), output: z.object({ marked: z.int() }), writes: ['purge'] }),
  /** Deletes some of the rows up to the marks; `left` tells whether there are more. */
  emptyBooks: command({ permission: 'audit.execute', visibility: 'internal', input: z.object({}), output: z.object({ deleted: z.int(), left: z.boolean() }), writes: [] }),
}
