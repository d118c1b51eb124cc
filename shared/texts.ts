import { approvalsTexts } from './approvals/texts.ts'
import { activityTexts } from './activity/texts.ts'
import { attachmentsTexts } from './attachments/texts.ts'
import { auditTexts } from './audit/texts.ts'
import { cleanUpTexts } from './clean-up/texts.ts'
import { engineeringTexts } from './engineering/texts.ts'
import { featuresTexts } from './features/texts.ts'
import { finishedGoodsTexts } from './finished-goods/texts.ts'
import { followUpTexts } from './follow-up/texts.ts'
import { floorTexts } from './fulfilment/floor-texts.ts'
import { fulfilmentTexts } from './fulfilment/texts.ts'
import { planningTexts } from './planning/texts.ts'
import { productionTexts } from './production/texts.ts'
import { qualityTexts } from './quality/texts.ts'
import { stagesTexts } from './stages/texts.ts'
import { transfersTexts } from './transfers/texts.ts'
import { gridTexts } from './core/grid-texts.ts'
import { screenTexts } from './core/screen-texts.ts'
import { coreTexts, type Texts, type TextTree } from './core/texts.ts'
import { desksTexts } from './desks/texts.ts'
import { dataCareTexts } from './data-care/texts.ts'
import { downtimeTexts } from './downtime/texts.ts'
import { documentsTexts } from './documents/texts.ts'
import { healthTexts } from './health/texts.ts'
import { identityTexts } from './identity/texts.ts'
import { labelsTexts } from './labels/texts.ts'
import { kanbanTexts } from './kanban/texts.ts'
import { importsTexts } from './imports/texts.ts'
import { mastersTexts } from './masters/texts.ts'
import { notificationsTexts } from './notifications/texts.ts'
import { periodsTexts } from './periods/texts.ts'
import { operatorsTexts } from './operators/texts.ts'
import { programsTexts } from './programs/texts.ts'
import { purchasingTexts } from './purchasing/texts.ts'
import { reportsTexts } from './reports/texts.ts'
import { scanTexts } from './scan/texts.ts'
import { searchTexts } from './search/texts.ts'
import { ledgerTexts } from './ledger/texts.ts'
import { sectionDayTexts } from './section-day/texts.ts'
import { sessionsTexts } from './sessions/texts.ts'
import { settingsTexts } from './settings/texts.ts'
import { supportTexts } from './support/texts.ts'
import { trainingTexts } from './training/texts.ts'
import { warehouseTexts } from './warehouse/texts.ts'

type Modules = Readonly<Record<string, Texts>>
type InLanguage<M extends Modules, Language extends 'id' | 'en'> = { readonly [Module in keyof M]: M[Module][Language] }

/** All texts, one line a module: its texts are found under its name, as in `t('kanban.card.late')`. */
const modules = {
  approvals: approvalsTexts,
  activity: activityTexts,
  attachments: attachmentsTexts,
  cleanUp: cleanUpTexts,
  desks: desksTexts,
  dataCare: dataCareTexts,
  audit: auditTexts,
  documents: documentsTexts,
  downtime: downtimeTexts,
  health: healthTexts,
  identity: identityTexts,
  imports: importsTexts,
  labels: labelsTexts,
  masters: mastersTexts,
  notifications: notificationsTexts,
  periods: periodsTexts,
  operators: operatorsTexts,
  programs: programsTexts,
  purchasing: purchasingTexts,
  reports: reportsTexts,
  scan: scanTexts,
  search: searchTexts,
  sectionDay: sectionDayTexts,
  ledger: ledgerTexts,
  sessions: sessionsTexts,
  settings: settingsTexts,
  support: supportTexts,
  training: trainingTexts,
  engineering: engineeringTexts,
  features: featuresTexts,
  finishedGoods: finishedGoodsTexts,
  followUp: followUpTexts,
  floor: floorTexts,
  fulfilment: fulfilmentTexts,
  planning: planningTexts,
  production: productionTexts,
  quality: qualityTexts,
  stages: stagesTexts,
  transfers: transfersTexts,
  kanban: kanbanTexts,
  warehouse: warehouseTexts,
} satisfies Modules

export const texts = {
  id: { ...coreTexts.id, ...screenTexts.id, ...gridTexts.id, ...inLanguage(modules, 'id') },
  en: { ...coreTexts.en, ...screenTexts.en, ...gridTexts.en, ...inLanguage(modules, 'en') },
}
export const languages = ['id', 'en'] as const
export type Language = (typeof languages)[number]
export type AllTexts = (typeof texts)['id']

function inLanguage<M extends Modules, L extends Language>(texts: M, language: L): InLanguage<M, L> {
  return Object.fromEntries(Object.entries(texts).map(([module, both]): [string, TextTree] => [module, both[language]])) as InLanguage<M, L>
}
