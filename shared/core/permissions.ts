/** A permission is `module.action`. Which role holds which is data (table `roleGrant`); this is what can be granted. */
export const permissionModules = [
  'planning', 'purchasing', 'warehouse', 'kanban', 'engineering', 'production', 'transfers', 'quality', 'finishedGoods',
  'fulfilment', 'followUp', 'projects', 'masters', 'reports', 'identity', 'audit', 'dataCare', 'settings',
] as const
export const actions = ['view', 'create', 'update', 'delete', 'approve', 'execute'] as const

/** Acts that are granted by their own name, `process.<act>`, whatever else somebody may in the module they belong to. */
export const processActs = [
  'createManufacturingOrder', 'approveManufacturingOrder', 'approvePurchaseOrder', 'approveLargePurchaseOrder', 'generateWorkOrder', 'voidWorkOrder',
  'enterDailyProduction', 'readDailyProduction', 'viewPlanningDashboard', 'requestModification', 'decideModification', 'requestMaterial', 'requestMaterialDebt', 'decideMaterialDebt',
  'handleShortage', 'transferOutOfCutting', 'acceptTransfer', 'overrideSegregation', 'overrideEmergency', 'approveRework', 'releaseQualityHold', 'unlockSectionDay',
  'shipFinishedGoods', 'exportVouchers', 'importData', 'restoreData', 'clearData', 'importInvoice', 'importLedger', 'forceCompleteInvoice', 'changeInvoicesInBulk',
] as const

/**
 * Acts that reach over everybody's work or over the data as a whole: given only by who holds them. The other acts are duties kept apart
 * from looking after users, so that an Admin gives a planner's or a supervisor's role without holding what those do.
 */
export const farReachingActs = ['overrideSegregation', 'overrideEmergency', 'unlockSectionDay', 'importData', 'restoreData', 'clearData'] as const satisfies readonly (typeof processActs)[number][]

/** Acts that put the data as a whole at stake. */
export const dataActs = ['restoreData', 'clearData'] as const satisfies readonly (typeof processActs)[number][]

export type PermissionModule = (typeof permissionModules)[number]
export type Action = (typeof actions)[number]
export type ProcessAct = (typeof processActs)[number]
export type ModulePermission = `${PermissionModule}.${Action}`
export type ProcessPermission = `process.${ProcessAct}`
export type Permission = ModulePermission | ProcessPermission

export const modulePermissions: readonly ModulePermission[] = permissionModules.flatMap(module => actions.map(action => `${module}.${action}` as const))
export const processPermissions: readonly ProcessPermission[] = processActs.map(act => `process.${act}` as const)
export const permissions: readonly Permission[] = [...modulePermissions, ...processPermissions]

/** Whether a permission reaches further into the data as a whole than looking at it. */
export function isOverAllData(permission: Permission): boolean {
  return (permission.startsWith('dataCare.') && permission !== 'dataCare.view') || dataActs.some(act => permission === `process.${act}`)
}

export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
