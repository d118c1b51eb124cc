/** Lists that show something at once, by the permission they need. */
const lists: readonly (readonly [permission: string, path: string])[] = [
  ['warehouse.view', 'warehouse/listStock'], ['masters.view', 'masters/listItems'], ['kanban.view', 'kanban/listCards'],
]

/** A first call with this key, to be pasted into a terminal. */
export function exampleCall(base: string, key: string, permissions: readonly string[]): string {
  const path = lists.find(([permission]) => permissions.includes(permission))?.[1] ?? 'settings/getSite'
  const input = path === 'settings/getSite' ? '{}' : '{"pageSize": 5}'
  return `curl -X POST ${base}/api/v1/${path} \\\n  -H "Authorization: Bearer ${key}" \\\n  -H "Content-Type: application/json" \\\n  -d '${input}'`
}
