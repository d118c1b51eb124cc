import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Client, FollowUp, followUp } from '../../shared/follow-up/contract.ts'
import { takesPromise } from '../../shared/follow-up/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed } from '../masters/lookup.ts'
import { invalid } from '../warehouse/refusals.ts'
import { endAlert, openAlert, openAlertsOf, requireHolder } from './alerts.ts'
import { accountOf, clientOf } from './clients.ts'
import { holdersOf } from './holders.ts'

/** IF-20: what was asked, by whom, with what outcome; what was told of the customer so far is seen to with it. */
export function logFollowUp(
  context: CommandContext,
  { customerId, channel, outcome, promised, escalatedTo, notes, nextDay }: ParsedInputOf<typeof followUp.logFollowUp>,
): Client {
  const { db, session, today, clock } = context
  const account = accountOf(db, customerId)
  if ((outcome === 'ESCALATED') !== (escalatedTo !== undefined)) throw invalid('escalatedTo', 'followUp.issues.needs-person')
  if (nextDay !== undefined && nextDay < today()) throw invalid('nextDay', 'followUp.issues.past-day')
  if (promised !== undefined && !takesPromise(outcome)) throw invalid('promised', 'followUp.issues.no-promise')
  if (escalatedTo !== undefined && !holdersOf(db, clock.now()).some(({ id }) => id === escalatedTo)) throw invalid('escalatedTo', 'followUp.issues.no-holder')
  const open = openAlertsOf(db, customerId)
  requireHolder(db, session.userId, open)
  const { id: followUpId } = db.insert('followUp', {
    customerId,
    day: today(),
    outstanding: account.outstanding,
    promised: promised ?? null,
    channel,
    outcome,
    escalatedTo: escalatedTo ?? null,
    notes,
    nextDay: nextDay ?? null,
    doneBy: session.userId,
  })
  db.update('customerAccount', account, { lastFollowUpDay: today(), nextDay: nextDay ?? null, promised: promised ?? null })
  for (const alert of open) endAlert(context, alert, notes, followUpId)
  if (escalatedTo !== undefined) openAlert(context, account, { kind: 'ESCALATED', level: 'HIGH', assignedTo: escalatedTo })
  return clientOf(context, customerId)
}

export function listFollowUps(db: Reader, { filter, ...input }: ParsedInputOf<typeof followUp.listFollowUps>): Page<FollowUp> {
  const rows = sql
    .selectFrom('followUp')
    .innerJoin('user as doer', 'doer.id', 'followUp.doneBy')
    .leftJoin('user as holder', 'holder.id', 'followUp.escalatedTo')
    .select([
      'followUp.id',
      'followUp.createdAt',
      'followUp.customerId',
      'followUp.day',
      'followUp.outstanding',
      'followUp.promised',
      'followUp.channel',
      'followUp.outcome',
      'holder.fullName as escalatedToName',
      'followUp.notes',
      'followUp.nextDay',
      'doer.fullName as doneByName',
    ])
  return listPage(db, input, {
    query: narrowed(rows, filter, { customerId: 'followUp.customerId' }),
    columns: { createdAt: 'followUp.createdAt' },
    search: ['followUp.notes', 'doer.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'followUp.id',
  })
}
