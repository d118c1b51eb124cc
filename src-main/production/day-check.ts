import type { Database } from 'better-sqlite3'

/** What a work order counts against its days; one that was replaced has given its days to its revision. */
const differences = `
  select number from workOrder left join (
    select workOrderId, sum(goodQuantity) as good, sum(rejectQuantity) as rejected, count(*) as days from dailyProduction group by workOrderId
  ) as entered on entered.workOrderId = workOrder.id
  where status <> 'VOIDED' and (goodQuantity <> coalesce(good, 0) or rejectQuantity <> coalesce(rejected, 0) or entryCount <> coalesce(days, 0))
  limit ?`

/** Work orders whose counts are not what their days add up to (PX-1), each as a sentence; the first `most`. */
export function dayFindings(sqlite: Database, most: number): string[] {
  // A backup may be older than daily production.
  if (sqlite.prepare("select 1 from sqlite_schema where name = 'dailyProduction'").get() === undefined) return []
  const found = sqlite.prepare(differences).pluck().all(most) as string[]
  return found.map(number => `What is counted of ${number} is not what its days add up to`)
}
