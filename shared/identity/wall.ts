import type { Permission } from '../core/permissions.ts'

/** What hangs on walls: the planner's board, and how invoices flow through the warehouse. */
const wallPermissions: readonly Permission[] = ['process.viewPlanningDashboard', 'fulfilment.view']

/** Whether somebody may do nothing but look at boards, as a TV on a wall does. */
export function isForWall(permissions: Iterable<Permission>): boolean {
  const held = [...permissions]
  return held.length > 0 && held.every(permission => wallPermissions.includes(permission))
}
