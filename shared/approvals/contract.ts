import { z } from 'zod'
import { valueKinds } from '../audit/history.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { ApprovalChain, ApprovalStep } from './chain.ts'
import { approvalKindNames, approvalWrites, everyApprovalWrite, readableKindNames, stepReads } from './kinds.ts'
import { requestStatuses } from './rules.ts'

const Kind = z.enum(approvalKindNames)
const ReadableKind = z.enum(readableKindNames)
const TextParams = z.record(z.string(), z.union([z.string(), z.number()]))

/**
 * One thing that would change, as people read it. `labelKey` is a text key; `label` stands for it where it is the name of a record. `kind` says how the values are shown: of a `word` the text
 * is `<wordsKey>.<value>`; `unitKey` is the text of their unit, `unit` a unit by its own name. `isNew`: there is nothing yet.
 */
export const ChangeLine = z.object({
  labelKey: z.string(), label: z.string().optional(), kind: z.enum([...valueKinds, 'permission']), wordsKey: z.string().optional(), unitKey: z.string().optional(), unit: z.string().optional(),
  isNew: z.boolean().optional(),
  before: z.union([z.string(), z.number(), z.boolean()]).nullable(), after: z.union([z.string(), z.number(), z.boolean()]).nullable(),
})
export type ChangeLine = z.infer<typeof ChangeLine>

/** `subject`: what the text `approvals.kinds.<kind>.title` needs; a parameter `…Key` is a text key. Steps are counted from 0. */
export const ApprovalRequest = z.object({
  id: z.string(), version: z.int(), number: z.string(), createdAt: z.string(), kind: ReadableKind, entity: z.string(), entityId: z.string(),
  subject: TextParams, sectionId: z.string().nullable(), sectionName: z.string().nullable(),
  requestedBy: z.string(), requestedByName: z.string(), reason: z.string(), status: z.enum(requestStatuses),
  step: z.int(), stepCount: z.int(), stepSince: z.string(), isOverdue: z.boolean(), settledAt: z.string().nullable(),
})
export type ApprovalRequest = z.infer<typeof ApprovalRequest>

/** A step with what became of it. `deciders` are the names of those who could decide it now. `rightOf` is whose right it was. */
const StepState = z.object({
  step: ApprovalStep,
  deciders: z.array(z.string()),
  decision: z.object({ verdict: z.enum(['APPROVED', 'REJECTED']), at: z.string(), byName: z.string(), rightOfName: z.string().nullable(), note: z.string() }).nullable(),
})

/** `mine`: whether the asker may decide the step that is waited for, and by whose right if not by their own. */
export const ApprovalDetail = z.object({
  request: ApprovalRequest,
  lines: z.array(ChangeLine),
  steps: z.array(StepState),
  mine: z.object({ mayDecide: z.boolean(), rightOfName: z.string().nullable(), mayCancel: z.boolean() }),
})
export type ApprovalDetail = z.infer<typeof ApprovalDetail>

export const Delegation = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), userId: z.string(), userName: z.string(), delegateId: z.string(), delegateName: z.string(),
  fromDay: z.string(), toDay: z.string(), reason: z.string(), endedAt: z.string().nullable(), state: z.enum(['COMING', 'RUNNING', 'ENDED']),
})
export type Delegation = z.infer<typeof Delegation>

/** `mayChange`: whether whoever asks may change it. */
export const ChainState = z.object({
  kind: Kind, steps: z.array(ApprovalStep), fallback: z.array(ApprovalStep), differs: z.boolean(), mayChange: z.boolean(), version: z.int().optional(),
})
export type ChainState = z.infer<typeof ChainState>

export const requestViews = ['waiting', 'mine', 'decided', 'all'] as const
/** Who decides depends on people, their rights and the day, so that no answer is kept. */
const reads = ['approvalRequest', 'approvalDecision', 'approvalDelegation', ...stepReads] as const
/** Who changes chains at all; which ones, the chain itself says. */
export const changesChains = 'settings.update'
const At = z.object({ id: IdSchema, step: z.int().min(0) })

/**
 * What waits for somebody's consent. A request is found by whoever asked, decided or may decide, and by those who may see the audit.
 * A command of another module asks by `requestApproval`; nothing here makes a request.
 */
export const approvals = {
  /** `waiting`: for the asker. `mine`: asked by them. `decided`: by them. `all`: everybody's, for those who may see the audit. */
  listRequests: query({
    permission: anySession,
    input: listInput({ view: z.enum(requestViews), status: z.enum(requestStatuses), kind: ReadableKind }, ['number', 'createdAt', 'stepSince']),
    output: page(ApprovalRequest),
    reads,
    varies: 'clock',
  }),
  getRequest: query({ permission: anySession, input: z.object({ id: IdSchema }), output: ApprovalDetail, reads, varies: 'clock' }),
  /** How many wait for the asker, and which step of each. */
  countWaiting: query({
    permission: anySession, input: z.object({}), output: z.object({ count: z.int(), waiting: z.array(z.object({ id: z.string(), step: z.int() })) }), reads, varies: 'clock',
  }),
  /**
   * Approves the step that was seen (PL-19). The last one carries out what was asked for, in the same transaction; where the target has
   * changed since, or it is too late, the request is `REVERTED` instead. Throws `own-request`, `not-step-holder`, `wrong-state`, and what carrying it out throws.
   */
  approveStep: command({ permission: anySession, action: 'APPROVE', input: At.extend({ note: optionalText(500).default('') }), output: ApprovalRequest, writes: everyApprovalWrite }),
  rejectRequest: command({ permission: anySession, action: 'REJECT', input: At.extend({ reason: Reason }), output: ApprovalRequest, writes: everyApprovalWrite }),
  /** By who asked, while it waits. */
  cancelRequest: command({ permission: anySession, input: z.object({ id: IdSchema }), output: ApprovalRequest, writes: everyApprovalWrite }),
  /** Told to those whose step has waited too long. */
  remindOverdue: command({ permission: anySession, visibility: 'internal', input: z.object({}), output: z.object({ reminded: z.int() }), writes: [] }),
  /** Those whose time has passed while they waited are void. */
  endLapsed: command({ permission: anySession, visibility: 'internal', input: z.object({}), output: z.object({ ended: z.int() }), writes: approvalWrites }),

  listChains: query({ permission: 'settings.view', input: z.object({}), output: z.array(ChainState), reads: ['approvalChain', ...stepReads], varies: 'clock' }),
  /** Requests that wait already keep the steps they began with. By whoever decides the last step, or a Superadmin: `not-chain-holder`. */
  updateChain: command({
    permission: changesChains, input: z.object({ kind: Kind, steps: ApprovalChain, version: Version.optional() }), output: ChainState, writes: ['approvalChain'],
  }),

  /** Those the asker gave or was given; everybody's for those who may see users. */
  listDelegations: query({
    permission: anySession, input: listInput({ isOpen: z.boolean() }, ['fromDay', 'toDay']), output: page(Delegation), reads: ['approvalDelegation', 'user'], varies: 'clock',
  }),
  /** Lets another decide in one's place, both days included. */
  createDelegation: command({
    permission: anySession,
    input: z.object({ delegateId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema, reason: Reason })
      .refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ['toDay'], params: { reason: 'approvals.issues.ends-before' } }),
    output: Delegation,
    writes: ['approvalDelegation'],
  }),
  /** Takes it back at once: by who gave it, or by who may change users. */
  endDelegation: command({ permission: anySession, input: z.object({ id: IdSchema, version: Version }), output: Delegation, writes: ['approvalDelegation'] }),
  /** Whom one may let decide: the best matches by name, as one page. */
  searchDelegates: query({
    permission: anySession,
    input: z.object({ search: optionalText(100).default(''), pageSize: z.int().min(1).max(50).default(20) }),
    output: page(z.object({ id: z.string(), username: z.string(), fullName: z.string(), role: z.string() })),
    reads: ['user', 'role'],
    varies: 'user',
  }),
}
