import type { ItemPanel } from './core/item-panels.ts'
import type { Screen, ScreenAction } from './core/screen.ts'
import type { TodayList } from './core/today.ts'
import { activityScreens } from './activity/screens.tsx'
import { desksScreens } from './desks/screens.tsx'
import { approvalsActions, approvalsScreens } from './approvals/screens.tsx'
import { auditScreens } from './audit/screens.tsx'
import { dataCareActions, dataCareScreens } from './data-care/screens.tsx'
import { finishedGoodsToday } from './finished-goods/today-list.ts'
import { finishedGoodsScreens } from './finished-goods/screens.tsx'
import { healthScreens } from './health/screens.tsx'
import { cleanUpScreens } from './clean-up/screens.tsx'
import { downtimeActions, downtimeScreens } from './downtime/screens.tsx'
import { documentsScreens } from './documents/screens.tsx'
import { engineeringActions, engineeringScreens } from './engineering/screens.tsx'
import { engineeringItemPanels } from './engineering/item-panel.tsx'
import { followUpActions, followUpScreens } from './follow-up/screens.tsx'
import { fulfilmentScreens } from './fulfilment/screens.tsx'
import { identityActions, identityScreens } from './identity/screens.tsx'
import { importsActions, importsScreens } from './imports/screens.tsx'
import { kanbanActions, kanbanScreens } from './kanban/screens.tsx'
import { kanbanItemPanels } from './kanban/item-panel.tsx'
import { kanbanToday } from './kanban/today-list.ts'
import { mastersActions, mastersScreens } from './masters/screens.tsx'
import { notificationsScreens } from './notifications/screens.tsx'
import { periodsScreens } from './periods/screens.tsx'
import { operatorsActions, operatorsScreens } from './operators/screens.tsx'
import { programsActions, programsScreens } from './programs/screens.tsx'
import { planningItemPanels } from './planning/item-panel.tsx'
import { planningActions, planningScreens } from './planning/screens.tsx'
import { productionActions, productionScreens } from './production/screens.tsx'
import { purchasingActions, purchasingScreens } from './purchasing/screens.tsx'
import { purchasingItemPanels } from './purchasing/item-panel.tsx'
import { purchasingToday } from './purchasing/today-list.ts'
import { reportsScreens } from './reports/screens.tsx'
import { ledgerScreens } from './ledger/screens.tsx'
import { sectionDayScreens } from './section-day/screens.tsx'
import { sessionsScreens } from './sessions/screens.tsx'
import { settingsScreens } from './settings/screens.tsx'
import { trainingScreens } from './training/screens.tsx'
import { stagesScreens } from './stages/screens.tsx'
import { transfersActions, transfersScreens } from './transfers/screens.tsx'
import { warehouseItemPanels } from './warehouse/item-panels.tsx'
import { warehouseToday } from './warehouse/today-lists.ts'
import { warehouseWork } from './warehouse/today-work.ts'
import { warehouseActions, warehouseScreens } from './warehouse/screens.tsx'

/** Every screen there is, one line a module, in the order of the navigation within a group. */
export const screens: readonly Screen[] = [
  ...kanbanScreens,
  ...warehouseScreens,
  ...purchasingScreens,
  ...planningScreens,
  ...finishedGoodsScreens,
  ...fulfilmentScreens,
  ...followUpScreens,
  ...productionScreens,
  ...stagesScreens,
  ...transfersScreens,
  ...downtimeScreens,
  ...sectionDayScreens,
  ...ledgerScreens,
  ...engineeringScreens,
  ...reportsScreens,
  ...mastersScreens,
  ...notificationsScreens,
  ...approvalsScreens,
  ...identityScreens,
  ...desksScreens,
  ...sessionsScreens,
  ...operatorsScreens,
  ...activityScreens,
  ...programsScreens,
  ...importsScreens,
  ...dataCareScreens,
  ...healthScreens,
  ...trainingScreens,
  ...auditScreens,
  ...cleanUpScreens,
  ...periodsScreens,
  ...settingsScreens,
  ...documentsScreens,
]

/** The warehouse’s day, in the order in which it is worked off. */
export const todayLists: readonly TodayList[] = [...kanbanToday, warehouseWork.requisitions, ...purchasingToday, warehouseWork.drafts, warehouseWork.counts, warehouseWork.reported, ...warehouseToday, ...finishedGoodsToday]

/** What is told of an item on its page, besides its stock. */
export const itemPanels: readonly ItemPanel[] = [...kanbanItemPanels, ...warehouseItemPanels, ...purchasingItemPanels, ...planningItemPanels, ...engineeringItemPanels]

/** Everything that can be begun from anywhere, in the order of the palette. */
export const actions: readonly ScreenAction[] = [...kanbanActions, ...warehouseActions, ...purchasingActions, ...planningActions, ...productionActions, ...downtimeActions, ...followUpActions, ...transfersActions, ...engineeringActions, ...mastersActions, ...importsActions, ...dataCareActions, ...identityActions, ...approvalsActions, ...programsActions, ...operatorsActions]
