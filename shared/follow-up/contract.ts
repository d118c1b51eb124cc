import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { Note, optionalText, Reason, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { command, query } from '../core/procedure.ts'
import { alertKinds, alertLevels, channels, outcomes, risks } from './rules.ts'

/** A customer and what they owe: debit less credit. */
export const Client = z.object({
  id: z.string(),
  version: z.int(),
  customerId: z.string(),
  customerCode: z.string(),
  customerName: z.string(),
  area: z.string(),
  agentName: z.string(),
  debit: MoneySchema,
  credit: MoneySchema,
  outstanding: MoneySchema,
  risk: z.enum(risks),
  lastFollowUpDay: z.string().nullable(),
  nextDay: z.string().nullable(),
  promised: MoneySchema.nullable(),
  /** Of which day the books say so; nothing where they did not say it. */
  asOf: z.string().nullable(),
  lastOutcome: z.enum(outcomes).nullable(),
  /** Whose matter it is now, where it was escalated. */
  escalatedTo: z.string().nullable(),
  escalatedToName: z.string().nullable(),
})
export type Client = z.infer<typeof Client>

/** How to reach them besides. */
export const ClientDetail = Client.extend({ phone: z.string(), alternatePhone: z.string(), email: z.string(), address: z.string() })
export type ClientDetail = z.infer<typeof ClientDetail>

/** How many customers, and what they owe or promised together. */
const Sum = z.object({ count: z.int(), amount: MoneySchema })
export const ClientSums = z.object({
  owing: Sum,
  risks: z.array(Sum.extend({ risk: z.enum(risks) })),
  /** What was promised in all, for this week from today on, and for days that are over. */
  promised: Sum,
  promisedThisWeek: Sum,
  promisesLate: Sum,
  /** The newest day that the books told of. */
  asOf: z.string().nullable(),
})
export type ClientSums = z.infer<typeof ClientSums>

export const FollowUp = z.object({
  id: z.string(),
  createdAt: z.string(),
  customerId: z.string(),
  day: z.string(),
  outstanding: MoneySchema,
  promised: MoneySchema.nullable(),
  channel: z.enum(channels),
  outcome: z.enum(outcomes),
  escalatedToName: z.string().nullable(),
  notes: z.string(),
  nextDay: z.string().nullable(),
  doneByName: z.string(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const PaymentAlert = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  accountId: z.string(),
  customerId: z.string(),
  customerCode: z.string(),
  customerName: z.string(),
  kind: z.enum(alertKinds),
  level: z.enum(alertLevels),
  assignedTo: z.string().nullable(),
  assignedToName: z.string().nullable(),
  outstanding: MoneySchema,
  resolvedAt: z.string().nullable(),
  resolvedByName: z.string().nullable(),
  resolution: z.string().nullable(),
  /** The follow-up that saw to it. */
  followUpId: z.string().nullable(),
  /** Whose matter the customer is now, where it was escalated: nobody else logs a follow-up. */
  heldBy: z.string().nullable(),
})
export type PaymentAlert = z.infer<typeof PaymentAlert>

const Amount = MoneySchema.refine(value => value >= 0, { params: { reason: 'negative' } })
const clientReads = ['customerAccount', 'customer', 'followUp', 'paymentAlert', 'user', 'setting'] as const
const clientFilter = {
  risk: z.array(z.enum(risks)).min(1).max(risks.length),
  agentName: optionalText(200),
  area: optionalText(100),
  fromDay: BusinessDaySchema,
  dueUntil: BusinessDaySchema,
  isOwing: z.boolean(),
  isEscalated: z.boolean(),
  /** Whether the books left them out when they told the last time. */
  isLeftOut: z.boolean(),
}
const alertReads = ['paymentAlert', 'customer', 'customerAccount', 'user'] as const
const logged = ['followUp', 'customerAccount', 'paymentAlert', 'notificationReceipt'] as const

/** Whoever owes the factory something is asked for it, and what nobody sees to is told. */
export const followUp = {
  /**
   * What the books of accounts say of customers, by their codes, of a day (today's if left out); an account that is there is set to it.
   * Throws `invalid-input` for a code that nobody has.
   */
  saveAccounts: command({
    permission: 'followUp.update',
    output: z.object({ saved: z.int() }),
    writes: ['customerAccount'],
    input: z.object({
      accounts: z
        .array(z.object({ customerCode: text(50), debit: Amount, credit: Amount, agentName: optionalText(200).default(''), asOf: BusinessDaySchema.optional() }))
        .min(1)
        .max(2000),
    }),
  }),
  /** The greatest risk first, unless asked otherwise; of a risk, whoever owes most. `fromDay` and `dueUntil` are about the next follow-up. */
  listClients: query({
    permission: 'followUp.view',
    varies: 'day',
    input: listInput(clientFilter, ['customerName', 'risk', 'outstanding', 'promised', 'lastFollowUpDay', 'nextDay', 'agentName', 'area']),
    output: page(Client),
    reads: [...clientReads, 'site'],
  }),
  /** Of all the customers that such a list has. */
  summarizeClients: query({
    permission: 'followUp.view',
    varies: 'day',
    input: z.object({ search: optionalText(100).default(''), filter: z.object(clientFilter).partial().default({}) }),
    output: ClientSums,
    reads: [...clientReads, 'site'],
  }),
  /** `id` is the account's. */
  getClient: query({ permission: 'followUp.view', varies: 'day', input: z.object({ id: IdSchema }), output: ClientDetail, reads: [...clientReads, 'site'] }),
  /** By whom and where customers can be sorted out. */
  listAgents: query({
    permission: 'followUp.view',
    input: z.object({}),
    output: z.object({ agents: z.array(z.string()), areas: z.array(z.string()) }),
    reads: ['customerAccount', 'customer'],
  }),
  /** To whom a customer can be escalated: whoever may follow up. */
  listHolders: query({
    permission: 'followUp.view',
    varies: 'clock',
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), fullName: z.string(), role: z.string() })),
    reads: ['user', 'role', 'roleGrant', 'permissionGrant'],
  }),
  listFollowUps: query({
    permission: 'followUp.view',
    input: listInput({ customerId: IdSchema }, ['createdAt']),
    output: page(FollowUp),
    reads: ['followUp', 'customer', 'user'],
  }),
  /** IF-20: what was escalated is the matter of whoever it was given to (`escalated-to-other`), as long as they are there. */
  logFollowUp: command({
    permission: 'followUp.create',
    action: 'CREATE',
    output: Client,
    writes: logged,
    input: z.object({
      customerId: IdSchema,
      channel: z.enum(channels),
      outcome: z.enum(outcomes),
      promised: MoneySchema.refine(value => value > 0, { params: { reason: 'not-positive' } }).optional(),
      escalatedTo: IdSchema.optional(),
      notes: Note.default(''),
      nextDay: BusinessDaySchema.optional(),
    }),
  }),
  listAlerts: query({
    permission: 'followUp.view',
    input: listInput(
      { kind: z.enum(alertKinds), level: z.enum(alertLevels), isOpen: z.boolean(), assignedTo: IdSchema, customerId: IdSchema },
      ['createdAt', 'level', 'customerName', 'outstanding'],
    ),
    output: page(PaymentAlert),
    reads: alertReads,
  }),
  resolveAlert: command({
    permission: 'followUp.create',
    action: 'UPDATE',
    input: z.object({ id: IdSchema, version: Version, reason: Reason }),
    output: PaymentAlert,
    writes: logged,
  }),
  /** Opens what is to be told, one of a kind for a customer, and ends what is over. The host does so by the hour; what somebody resolved that day is not opened again. */
  generateAlerts: command({
    permission: 'followUp.execute',
    action: 'UPDATE',
    input: z.object({}),
    output: z.object({ opened: z.int(), ended: z.int() }),
    writes: logged,
  }),
}
