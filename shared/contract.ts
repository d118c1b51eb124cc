import { approvals } from './approvals/contract.ts'
import { activity } from './activity/contract.ts'
import { attachments } from './attachments/contract.ts'
import { audit } from './audit/contract.ts'
import { cleanUp } from './clean-up/contract.ts'
import type { Contract } from './core/procedure.ts'
import { desks } from './desks/contract.ts'
import { dataCare } from './data-care/contract.ts'
import { downtime } from './downtime/contract.ts'
import { documents } from './documents/contract.ts'
import { engineering } from './engineering/contract.ts'
import { followUp } from './follow-up/contract.ts'
import { fulfilment } from './fulfilment/contract.ts'
import { finishedGoods } from './finished-goods/contract.ts'
import { health } from './health/contract.ts'
import { identity } from './identity/contract.ts'
import { imports } from './imports/contract.ts'
import { labels } from './labels/contract.ts'
import { kanban } from './kanban/contract.ts'
import { masters } from './masters/contract.ts'
import { views } from './views/contract.ts'
import { notifications } from './notifications/contract.ts'
import { periods } from './periods/contract.ts'
import { operators } from './operators/contract.ts'
import { planning } from './planning/contract.ts'
import { production } from './production/contract.ts'
import { programs } from './programs/contract.ts'
import { purchasing } from './purchasing/contract.ts'
import { reports } from './reports/contract.ts'
import { scan } from './scan/contract.ts'
import { search } from './search/contract.ts'
import { ledger } from './ledger/contract.ts'
import { sectionDay } from './section-day/contract.ts'
import { sessions } from './sessions/contract.ts'
import { settings } from './settings/contract.ts'
import { support } from './support/contract.ts'
import { stages } from './stages/contract.ts'
import { transfers } from './transfers/contract.ts'
import { training } from './training/contract.ts'
import { warehouse } from './warehouse/contract.ts'

/** The whole API, one line a module. */
export const contract = {
  approvals,
  activity,
  attachments,
  audit,
  cleanUp,
  desks,
  dataCare,
  documents,
  downtime,
  engineering,
  finishedGoods,
  followUp,
  fulfilment,
  health,
  identity,
  imports,
  labels,
  masters,
  views,
  notifications,
  periods,
  operators,
  programs,
  planning,
  production,
  purchasing,
  reports,
  scan,
  search,
  sectionDay,
  ledger,
  sessions,
  settings,
  support,
  training,
  stages,
  transfers,
  warehouse,
  kanban,
} satisfies Contract
export type AppContract = typeof contract
