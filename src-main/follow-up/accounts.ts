import { fromMinorUnits, subtractMoney, type Money } from '../../shared/core/money.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { followUp } from '../../shared/follow-up/contract.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { eachRow } from '../engines/each-row.ts'
import { invalid } from '../warehouse/refusals.ts'

/** What the books say of a customer; what is left out stays as it is known. */
export interface Told {
  readonly debit?: Money | undefined
  readonly credit?: Money | undefined
  /** Blank: as it is known. */
  readonly agentName?: string | undefined
  readonly asOf?: string | undefined
}

/** IF-20: the account is set to it; what was asked for and promised so far stays. */
export function keepAccount({ db }: Pick<CommandContext, 'db'>, customerId: string, { agentName = '', asOf, ...told }: Told): void {
  const known = db.first(sql.selectFrom('customerAccount').selectAll().where('customerId', '=', customerId))
  const { debit = known?.debit ?? nothing, credit = known?.credit ?? nothing } = told
  const said = { debit, credit, outstanding: subtractMoney(debit, credit), asOf: asOf ?? known?.asOf ?? null }
  if (known) db.update('customerAccount', known, { ...said, ...(agentName !== '' && { agentName }) })
  else db.insert('customerAccount', { customerId, ...said, agentName })
}

const nothing = fromMinorUnits(0)

/** By the customers' codes. Throws `invalid-input`, which names each line whose code nobody has, and each day that is still to come. */
export function saveAccounts(context: CommandContext, accounts: ParsedInputOf<typeof followUp.saveAccounts>['accounts']): number {
  const { db, today } = context
  eachRow('accounts', accounts, ({ customerCode, asOf = today(), ...told }) => {
    const customer = db.first(sql.selectFrom('customer').select('id').where('code', '=', customerCode))
    if (!customer) throw invalid('customerCode', 'followUp.issues.no-customer', { code: customerCode })
    if (asOf > today()) throw invalid('asOf', 'followUp.issues.day-ahead')
    keepAccount(context, customer.id, { ...told, asOf })
  })
  return accounts.length
}
