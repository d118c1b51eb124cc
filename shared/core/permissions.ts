/** A permission is `module.action`. Which role holds which is data (table `roleGrant`); this is what can be granted. */
export const permissionModules = [
  'planning', 'purchasing', 'warehouse', 'kanban', 'engineering', 'production', 'transfers', 'quality', 'finishedGoods',
  'fulfilment', 'followUp', 'projects', 'masters', 'reports', 'identity', 'audit', 'dataCare', 'settings',
] as const
export const actions = ['view', 'create', 'update', 'delete', 'approve', 'execute'] as const

export type PermissionModule = (typeof permissionModules)[number]
export type Action = (typeof actions)[number]
export type Permission = `${PermissionModule}.${Action}`

export const permissions: readonly Permission[] = permissionModules.flatMap(module => actions.map(action => `${module}.${action}` as const))

export function isPermission(text: string): text is Permission {
  return (permissions as readonly string[]).includes(text)
}
