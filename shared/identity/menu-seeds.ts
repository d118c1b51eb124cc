import { anySession, type Needed } from '../core/procedure.ts'
import { workMenus } from '../fulfilment/menus.ts'
import { importing } from '../imports/rules.ts'

export const menuGroups = ['today', 'kanban', 'warehouse', 'fulfilment', 'purchasing', 'planning', 'engineering', 'reports', 'masters', 'administration'] as const
export type MenuGroup = (typeof menuGroups)[number]

/** A screen of the navigation: one line where a module adds one. Who may open it is given the menu when it comes. */
export interface MenuSeed {
  /** As the screen's own (`src-renderer/<module>/screens.tsx`). */
  readonly path: string
  /** Text key of its name. */
  readonly title: string
  readonly group: MenuGroup
  readonly permission: Needed
}

/** Those who look at everything, besides whoever has all menus. */
const overseers = ['Developer', 'Manager', 'Director', 'Viewer'] as const
const ofBilling = [...overseers, 'Billing']

/** Menus that say who does such work (IA-8), or who looks after it: of all who may open the screen only these roles begin with it; others are given it one by one. */
export const menuRoles: Readonly<Record<string, readonly string[]>> = {
  [workMenus.picking]: ['Picker'], [workMenus.delivery]: ['Driver', 'Delivery'], '/fulfilment/packing': ['Packer'], '/fulfilment/dispatch': ['Packer', 'Delivery'],
  '/fulfilment/returns': ofBilling, '/fulfilment/credit-notes': ofBilling, '/fulfilment/missing': ofBilling, '/follow-up/clients': ofBilling, '/follow-up/alerts': ofBilling,
  '/fulfilment/history': ['Manager'], '/fulfilment/wall': ['Manager', 'Billing', 'Wall-screen'],
}

/** In the order of the navigation within a group, as long as nobody has arranged it otherwise. */
export const menuSeeds: readonly MenuSeed[] = [
  { path: '/kanban/section', title: 'kanban.dashboard.title', group: 'today', permission: 'kanban.view' },
  { path: '/production/today', title: 'production.today.title', group: 'today', permission: 'process.readDailyProduction' },
  { path: '/section-day/day', title: 'sectionDay.title', group: 'today', permission: 'process.readDailyProduction' },
  { path: '/section-day/late', title: 'sectionDay.late.title', group: 'today', permission: 'process.readDailyProduction' },
  { path: '/ledger/days', title: 'ledger.title', group: 'today', permission: 'process.readDailyProduction' },
  { path: '/ledger/alerts', title: 'ledger.alerts.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/transfers/section', title: 'transfers.title', group: 'today', permission: 'process.readDailyProduction' },
  { path: '/approvals', title: 'approvals.title', group: 'today', permission: anySession },
  { path: '/notifications', title: 'notifications.title', group: 'today', permission: anySession },
  { path: '/kanban/board', title: 'kanban.board.title', group: 'kanban', permission: 'kanban.view' },
  { path: '/kanban/cards', title: 'kanban.list.title', group: 'kanban', permission: 'kanban.view' },
  { path: '/kanban/rules', title: 'kanban.rules.title', group: 'kanban', permission: 'kanban.view' },
  { path: '/kanban/boards', title: 'kanban.boards.title', group: 'kanban', permission: 'kanban.update' },
  { path: '/warehouse/today', title: 'warehouse.today.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/stock', title: 'warehouse.stock.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/lots', title: 'warehouse.lots.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/requisitions', title: 'warehouse.requisitions.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/debts', title: 'warehouse.debts.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/shortages', title: 'warehouse.shortages.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/moves', title: 'warehouse.moves.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/documents', title: 'warehouse.documents.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/counts', title: 'warehouse.counts.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/warehouse/opening-count', title: 'warehouse.count.title', group: 'warehouse', permission: 'warehouse.update' },
  { path: '/purchasing/receiving', title: 'purchasing.receiving.title', group: 'warehouse', permission: 'warehouse.execute' },
  { path: '/purchasing/receipts', title: 'purchasing.receipts.title', group: 'warehouse', permission: 'warehouse.view' },
  { path: '/finished-goods/receiving', title: 'finishedGoods.arriving.title', group: 'warehouse', permission: 'finishedGoods.view' },
  { path: '/fulfilment/invoices', title: 'fulfilment.listTitle', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/returns', title: 'fulfilment.billing.returns.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/credit-notes', title: 'fulfilment.billing.credit.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/missing', title: 'fulfilment.billing.missing.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/figures', title: 'fulfilment.billing.figures.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/history', title: 'fulfilment.billing.history.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/wall', title: 'floor.wall.title', group: 'fulfilment', permission: 'fulfilment.view' },
  { path: '/fulfilment/bulk', title: 'fulfilment.billing.bulk.title', group: 'fulfilment', permission: 'process.changeInvoicesInBulk' },
  { path: '/follow-up/clients', title: 'followUp.title', group: 'fulfilment', permission: 'followUp.view' },
  { path: '/follow-up/alerts', title: 'followUp.alerts.title', group: 'fulfilment', permission: 'followUp.view' },
  { path: workMenus.picking, title: 'fulfilment.myPicking', group: 'fulfilment', permission: 'fulfilment.execute' },
  { path: '/fulfilment/packing', title: 'floor.pack.title', group: 'fulfilment', permission: 'fulfilment.execute' },
  { path: '/fulfilment/dispatch', title: 'floor.dispatch.title', group: 'fulfilment', permission: 'fulfilment.execute' },
  { path: workMenus.delivery, title: 'fulfilment.myDeliveries', group: 'fulfilment', permission: 'fulfilment.execute' },
  { path: '/purchasing/board', title: 'purchasing.board.title', group: 'purchasing', permission: 'purchasing.view' },
  { path: '/purchasing/orders', title: 'purchasing.orders.title', group: 'purchasing', permission: 'purchasing.view' },
  { path: '/purchasing/vendors', title: 'purchasing.vendors.title', group: 'purchasing', permission: 'purchasing.view' },
  { path: '/planning/board', title: 'planning.board.title', group: 'planning', permission: 'process.viewPlanningDashboard' },
  { path: '/planning/summary', title: 'planning.summary.title', group: 'planning', permission: 'process.viewPlanningDashboard' },
  { path: '/planning/sales-orders', title: 'planning.sales.title', group: 'planning', permission: 'planning.view' },
  { path: '/planning/orders', title: 'planning.orders.title', group: 'planning', permission: 'planning.view' },
  { path: '/planning/work-orders', title: 'planning.work.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/production/calendar', title: 'production.calendar.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/production/findings', title: 'production.findings.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/production/paper', title: 'production.paper.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/production/downtime', title: 'downtime.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/section-day/locks', title: 'sectionDay.locks.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/section-day/history', title: 'sectionDay.history.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/stages/rework', title: 'stages.cardsTitle', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/section-day/teams', title: 'sectionDay.teams.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/transfers/lines', title: 'transfers.linesTitle', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/transfers/slips', title: 'transfers.slips', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/transfers/gate', title: 'transfers.gate.title', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/transfers/alerts', title: 'transfers.alertsTitle', group: 'planning', permission: 'process.readDailyProduction' },
  { path: '/engineering/boms', title: 'engineering.boms.title', group: 'engineering', permission: 'engineering.view' },
  { path: '/engineering/consumption', title: 'engineering.consumption.title', group: 'engineering', permission: 'engineering.view' },
  { path: '/reports', title: 'reports.title', group: 'reports', permission: 'reports.view' },
  { path: '/masters/all', title: 'masters.home.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/items', title: 'masters.items.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/locations', title: 'masters.locations.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/sections', title: 'masters.sections.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/units', title: 'masters.units.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/partners', title: 'masters.partners.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/workers', title: 'masters.workers.title', group: 'masters', permission: 'masters.view' },
  { path: '/masters/process-flow', title: 'masters.processFlowEdges.graph', group: 'masters', permission: 'masters.view' },
  { path: '/users', title: 'identity.users.title', group: 'administration', permission: 'identity.view' },
  { path: '/roles', title: 'identity.roles.title', group: 'administration', permission: 'identity.view' },
  { path: '/menus', title: 'identity.menus.title', group: 'administration', permission: 'identity.view' },
  { path: '/grants', title: 'identity.grants.title', group: 'administration', permission: 'identity.view' },
  { path: '/job-titles', title: 'identity.jobTitles.title', group: 'administration', permission: 'identity.view' },
  { path: '/desks', title: 'desks.title', group: 'administration', permission: 'identity.view' },
  { path: '/operators', title: 'operators.title', group: 'administration', permission: 'identity.view' },
  { path: '/sessions', title: 'sessions.title', group: 'administration', permission: 'identity.view' },
  { path: '/activity', title: 'activity.title', group: 'administration', permission: 'audit.view' },
  { path: '/programs', title: 'programs.title', group: 'administration', permission: 'identity.view' },
  { path: '/audit', title: 'audit.title', group: 'administration', permission: 'audit.view' },
  { path: '/security-log', title: 'audit.security.title', group: 'administration', permission: 'audit.view' },
  { path: '/audit-integrity', title: 'audit.integrity.title', group: 'administration', permission: 'audit.view' },
  { path: '/backups', title: 'dataCare.title', group: 'administration', permission: 'dataCare.update' },
  { path: '/health', title: 'health.title', group: 'administration', permission: 'settings.view' },
  { path: '/import-lists', title: 'imports.progress.title', group: 'administration', permission: 'dataCare.view' },
  { path: '/imports', title: 'imports.history.title', group: 'administration', permission: importing },
  { path: '/training', title: 'training.title', group: 'administration', permission: 'dataCare.view' },
  { path: '/clean-up', title: 'cleanUp.title', group: 'administration', permission: 'dataCare.delete' },
  { path: '/periods', title: 'periods.title', group: 'administration', permission: 'warehouse.view' },
  { path: '/masters/extra-fields', title: 'masters.attributes.title', group: 'administration', permission: 'settings.view' },
  { path: '/settings', title: 'settings.title', group: 'administration', permission: 'settings.view' },
  { path: '/documents', title: 'documents.title', group: 'administration', permission: 'settings.view' },
  { path: '/approval-chains', title: 'approvals.chains.title', group: 'administration', permission: 'settings.view' },
]
