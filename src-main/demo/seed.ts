import { hash } from 'bcryptjs'
import { addDays } from '../../shared/core/dates.ts'
import { decimal } from '../../shared/core/decimal.ts'
import type { MovableClock } from '../core/clock.ts'
import { systemSession } from '../identity/sessions.ts'
import type { Call } from './call.ts'
import { callerAs, signInAll, startSession, uploadAs, userIdOf, type DemoHost } from './callers.ts'
import { acknowledgeAlarms, tellDebtsOfToday, tellEarlierDebts } from './debts.ts'
import { tellBoardDay } from './board-orders.ts'
import { playCounts } from './counts.ts'
import { tellCreditNotes } from './credit-notes.ts'
import { tellTodaysOutput, tellYesterdaysOutput } from './days.ts'
import { playDecisions } from './decisions.ts'
import { tellDowntime } from './downtime.ts'
import { tellEngineering } from './engineering.ts'
import { tellFinishedGoods, tellHurriedOrders, tellHurriedSewing } from './finished.ts'
import { createItems, idsByCode, knownOfLots, layOut, readItems, together, type DemoItem, type Ids } from './layout.ts'
import { tellLedger } from './ledger.ts'
import { demoLogins } from './logins.ts'
import { tellMasters } from './masters.ts'
import { tellPeople } from './people.ts'
import { tellPlanChanges } from './plan-changes.ts'
import { tellDeliveries, tellFirstOrders, tellLaterOrders } from './purchases.ts'
import { tellReceivables } from './receivables.ts'
import { tellRequisitions } from './requisitions.ts'
import { tellFindings } from './findings.ts'
import { tellSectionDays } from './section-days.ts'
import { tellTeamDays } from './team-days.ts'
import { tellFirstSales, tellLaterSales } from './sales.ts'
import { layStageSteps, tellStepWork } from './stage-steps.ts'
import { layStages, tellBuffer } from './stages.ts'
import { tellStockDocuments } from './stock-documents.ts'
import { tellInvoices } from './invoices.ts'
import { tellTransfers } from './transfers.ts'
import { tellPaperBatch, tellTwoDeliveries } from './two-deliveries.ts'
import { tellUses } from './uses.ts'
import { storyClock, type StoryClock } from './story-clock.ts'
import { boards, cards, rules, uses, type DemoCard } from './story.ts'

const daysOfStory = 12
/** What is told of today takes as long. */
const minutesOfToday = 620

/**
 * Fills a host that is not set up yet with the demo factory, through the procedures and as the people who would have done it, on a
 * clock that runs through the last days: its history, numbers and audit are as real as any. Does nothing to a factory.
 */
export async function seedDemo(host: DemoHost, clock: MovableClock, resources: URL): Promise<void> {
  if (host.site()) return
  const items = readItems(resources)
  const story = storyClock(daysOfStory)
  clock.follow(story)
  try {
    await tellStory(host, story, items)
  } finally {
    clock.follow(null)
  }
}

/** Only the demo factory's sections, stores, stages with their steps, and items, for a factory of one's own that has none yet. */
export async function seedSampleMasters(host: DemoHost, resources: URL): Promise<{ readonly items: number }> {
  const system = callerAs(host, systemSession())
  await layStageSteps(system, await layStages(system, await layOut(system)))
  return { items: Object.keys(await createItems(system, readItems(resources))).length }
}

async function tellStory(host: DemoHost, clock: StoryClock, items: readonly DemoItem[]): Promise<void> {
  const system = callerAs(host, systemSession())
  const passwordHash = await hash(demoLogins[0]!.password, 12)
  const admin = demoLogins.find(({ role }) => role === 'Superadmin')!
  await system('identity', 'createFactory', {
    factoryName: 'Boneka Rimba Nusantara', fullName: admin.fullName, username: admin.username, passwordHash, language: 'id', isDemo: true,
  })
  await system('settings', 'updateSite', { ...(await siteAddress(system)), address: 'Jl. Industri Tekstil 18, Cikarang, Bekasi 17530', phone: '(021) 555 0148' })
  const sectionIds = await layOut(system)
  const locationIds = await idsByCode(system, 'listLocations')
  const people = await signInAll(host, system, passwordHash, sectionIds)
  const warehouse = people.gudang!

  const itemIds = await createItems(system, items)
  await together(items.filter(({ stock }) => decimal(stock) > 0), ({ code, stock, kind }) => warehouse('warehouse', 'receiveStock', {
    itemId: itemIds[code]!, quantity: stock, toLocationId: locationIds[kind === 'FINISHED_GOOD' ? 'WH-FG' : 'WH-MAIN']!, note: 'Stok awal', lot: knownOfLots(code, clock.day()),
  }), ({ code }) => code)

  await warehouse('warehouse', 'transferStock', {
    itemId: itemIds['BP-KPR']!, quantity: '6', fromLocationId: locationIds['WH-MAIN']!, toLocationId: locationIds['WH-MAIN-A01']!, note: 'Ditata di rak',
  })

  await tellMasters(system, { sectionIds, itemIds, day: clock.day() })
  const stageIds = await layStages(system, sectionIds)
  await tellBuffer(system, { stageIds, itemIds })
  await tellEngineering({ system, manager: people.manajer!, itemIds, sectionIds })
  await tellPeople(system, people, clock, sectionIds)
  const debts = { system, people, clock, itemIds, sectionIds, mainStoreId: locationIds['WH-MAIN']! }
  await tellEarlierDebts(debts)
  const place = { supplySectionId: sectionIds.WH!, supplyLocationId: locationIds['WH-MAIN']! }
  await together(boards, ({ section, store, ...limits }) =>
    people.manajer!('kanban', 'createBoard', { ...place, ...limits, sectionId: sectionIds[section]!, storeLocationId: locationIds[store]! }), ({ section }) => section)
  const purchases = { system, people, clock, itemIds, mainStoreId: locationIds['WH-MAIN']! }
  await tellFirstSales(purchases)
  const orderIds = await tellFirstOrders(purchases)
  const tellDay = async (daysAgo: number) => {
    await tellBoardDay(purchases, daysAgo)
    await tellReceivables(purchases, daysAgo)
  }
  let toldDays = daysOfStory
  for (const card of cards.filter(({ daysAgo }) => daysAgo > 1)) {
    for (; toldDays > card.daysAgo; toldDays -= 1) await tellDay(toldDays)
    await playCard(people, clock, card, { itemIds, sectionIds })
  }
  for (; toldDays > 1; toldDays -= 1) await tellDay(toldDays)
  const documents = { people, clock, itemIds, locationIds }
  await tellStockDocuments(documents, 2)
  for (const person of Object.values(people)) await person('notifications', 'markAllRead', {})
  for (const card of cards.filter(({ daysAgo }) => daysAgo <= 1)) await playCard(people, clock, card, { itemIds, sectionIds })
  await tellLaterSales(purchases)
  await tellHurriedOrders(purchases)
  await tellStockDocuments(documents, 1)
  await tellDeliveries(purchases, orderIds)
  await tellLaterOrders(purchases)
  await tellTwoDeliveries(purchases)
  await tellYesterdaysOutput(purchases)
  await tellHurriedSewing(purchases)
  await tellDay(1)
  await tellPlanChanges(purchases)
  await system('planning', 'summarizeDay', {})
  await together(rules, ({ section, item, ...rule }) =>
    people.manajer!('kanban', 'createRule', { ...rule, sectionId: sectionIds[section]!, itemId: itemIds[item]! }), ({ section, item }) => `${section} ${item}`)
  await playCounts(people, clock, locationIds)
  await playDecisions(people, clock, itemIds, locationIds['WH-MAIN']!)
  clock.at(0, '01:05')
  clock.fit(minutesOfToday)
  await tellTodaysOutput(purchases)
  await tellPaperBatch(purchases)
  await tellUses(purchases)
  await tellFinishedGoods(purchases)
  await tellBoardDay(purchases, 0)
  clock.at(0, '01:20')
  for (const { by, store, item, quantity } of uses) {
    await people[by]!('warehouse', 'consumeMaterial', { itemId: itemIds[item]!, locationId: locationIds[store]!, quantity, note: 'Pemakaian produksi' })
  }
  await system('planning', 'summarizeDay', {})
  await tellDebtsOfToday(debts)
  await tellRequisitions({ ...debts, locationIds })
  await tellStockDocuments(documents, 0)
  const ownerSession = await startSession(host, system, admin.username, await userIdOf(system, admin.username))
  const owner = callerAs(host, ownerSession)
  await layStageSteps(system, stageIds)
  await tellStepWork(purchases)
  await tellTransfers({ system, people, owner, clock, sectionIds })
  await tellInvoices({ system, people, clock })
  await tellCreditNotes(owner, uploadAs(host, ownerSession), clock.day())
  await tellReceivables(purchases, 0)
  clock.end()
  await tellDowntime({ system, people, clock, sectionIds })
  await tellTeamDays({ system, people, clock })
  await tellSectionDays({ system, people, clock, sectionIds, itemIds })
  await tellLedger({ system, people, clock, sectionIds, itemIds })
  await tellFindings({ people, sectionIds })
  await keepHouse(system)
  await Promise.all([owner, ...Object.values(people)].map(acknowledgeAlarms))
  await owner('identity', 'logout', {})
  await system('identity', 'openDemo', {})
}

/** What a host does by itself it has done by then: nothing of the days before is told, as if it were new, to whoever has just begun to look around. */
async function keepHouse(system: Call): Promise<void> {
  await system('warehouse', 'classifyItems', {})
  await system('warehouse', 'remindOfDebts', {})
  await system('planning', 'remindOfWorkOrders', {})
  await system('downtime', 'remindOfDowntime', {})
  await system('transfers', 'remindOfGatePasses', {})
  await system('approvals', 'remindOverdue', {})
  await system('identity', 'remindOfGrants', {})
  await system('sessions', 'endLapsed', {})
}

/** One request from asking to where the story leaves it. */
async function playCard(
  people: Readonly<Record<string, Call>>, clock: StoryClock, story: DemoCard, { itemIds, sectionIds }: Readonly<Record<'itemIds' | 'sectionIds', Ids>>,
): Promise<void> {
  const { gudang, manajer } = people
  clock.at(story.daysAgo, story.time)
  const asker = people[story.by]!
  let card = await asker('kanban', 'createCard', {
    sectionId: sectionIds[story.section]!, itemId: itemIds[story.item]!, quantity: story.quantity, priority: story.priority ?? 'NORMAL',
    neededBy: addDays(clock.day(), story.neededIn ?? 1), notes: story.notes ?? '',
  })
  if (story.cancelled !== undefined) {
    clock.pass(35)
    await asker('kanban', 'cancelCard', { id: card.id, version: card.version, reason: story.cancelled })
    return
  }
  if (story.rejected !== undefined) {
    clock.pass(50)
    await manajer!('kanban', 'rejectCard', { id: card.id, version: card.version, reason: story.rejected })
    return
  }
  if (story.isApproved || story.delivered !== undefined) {
    clock.pass(25)
    if (card.status === 'PENDING') card = await gudang!('kanban', 'approveCard', { id: card.id, version: card.version })
  }
  for (const quantity of story.delivered ?? []) {
    clock.pass(70)
    card = await gudang!('kanban', 'fulfilCard', { id: card.id, version: card.version, quantity })
  }
}

async function siteAddress(system: Call): Promise<{ id: string; version: number; name: string }> {
  const { id, version, name } = await system('settings', 'getSite', {})
  return { id, version, name }
}
