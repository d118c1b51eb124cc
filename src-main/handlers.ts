import type { AppContract } from '../shared/contract.ts'
import { approvalsHandlers } from './approvals/handlers.ts'
import { activityHandlers } from './activity/handlers.ts'
import { attachmentsHandlers } from './attachments/handlers.ts'
import { auditHandlers } from './audit/handlers.ts'
import * as auditChain from './database/audit-chain.ts'
import { cleanUpHandlers } from './clean-up/handlers.ts'
import type { AllHandlers } from './core/handlers.ts'
import { desksHandlers } from './desks/handlers.ts'
import { createDataCareHandlers } from './data-care/handlers.ts'
import { engineeringHandlers } from './engineering/handlers.ts'
import { finishedGoodsHandlers } from './finished-goods/handlers.ts'
import { followUpHandlers } from './follow-up/handlers.ts'
import { fulfilmentHandlers } from './fulfilment/handlers.ts'
import { healthHandlers } from './health/handlers.ts'
import { downtimeHandlers } from './downtime/handlers.ts'
import { documentsHandlers } from './documents/handlers.ts'
import { identityHandlers } from './identity/handlers.ts'
import { importsHandlers } from './imports/handlers.ts'
import { labelsHandlers } from './labels/handlers.ts'
import { kanbanHandlers } from './kanban/handlers.ts'
import { mastersHandlers } from './masters/handlers.ts'
import { viewsHandlers } from './views/handlers.ts'
import { notificationsHandlers } from './notifications/handlers.ts'
import { periodsHandlers } from './periods/handlers.ts'
import { operatorsHandlers } from './operators/handlers.ts'
import { programsHandlers } from './programs/handlers.ts'
import { planningHandlers } from './planning/handlers.ts'
import { productionHandlers } from './production/handlers.ts'
import { purchasingHandlers } from './purchasing/handlers.ts'
import { reportsHandlers } from './reports/handlers.ts'
import { scanHandlers } from './scan/handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { ledgerHandlers } from './ledger/handlers.ts'
import { sectionDayHandlers } from './section-day/handlers.ts'
import { sessionsHandlers } from './sessions/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { supportHandlers } from './support/handlers.ts'
import { trainingHandlers } from './training/handlers.ts'
import { stagesHandlers } from './stages/handlers.ts'
import { transfersHandlers } from './transfers/handlers.ts'
import { warehouseHandlers } from './warehouse/handlers.ts'

export const handlers: AllHandlers<AppContract> = {
  approvals: approvalsHandlers,
  activity: activityHandlers,
  attachments: attachmentsHandlers,
  audit: auditHandlers,
  cleanUp: cleanUpHandlers,
  desks: desksHandlers,
  dataCare: createDataCareHandlers(auditChain),
  documents: documentsHandlers,
  downtime: downtimeHandlers,
  engineering: engineeringHandlers,
  finishedGoods: finishedGoodsHandlers,
  followUp: followUpHandlers,
  fulfilment: fulfilmentHandlers,
  health: healthHandlers,
  identity: identityHandlers,
  imports: importsHandlers,
  labels: labelsHandlers,
  masters: mastersHandlers,
  views: viewsHandlers,
  notifications: notificationsHandlers,
  periods: periodsHandlers,
  operators: operatorsHandlers,
  programs: programsHandlers,
  planning: planningHandlers,
  production: productionHandlers,
  purchasing: purchasingHandlers,
  reports: reportsHandlers,
  scan: scanHandlers,
  search: searchHandlers,
  sectionDay: sectionDayHandlers,
  ledger: ledgerHandlers,
  sessions: sessionsHandlers,
  settings: settingsHandlers,
  support: supportHandlers,
  training: trainingHandlers,
  stages: stagesHandlers,
  transfers: transfersHandlers,
  warehouse: warehouseHandlers,
  kanban: kanbanHandlers,
}
