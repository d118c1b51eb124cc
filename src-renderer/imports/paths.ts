import { importTargets, type TargetName } from '../../shared/imports/target.ts'

/** Where imports are started, looked at, and where what they brought in is seen. */
export const historyPath = '/imports'
export const newImportPath = '/imports/new'
export const batchPattern = '/imports/:batchId'

export function newImportOf(target: TargetName): string {
  return `${newImportPath}?target=${target}`
}
export function batchPath(id: string): string {
  return `/imports/${id}`
}

export const targetPaths: Readonly<Record<TargetName, string>> = {
  items: '/masters/items', units: '/masters/units', sections: '/masters/sections', locations: '/masters/locations', openingStock: '/warehouse/stock',
}

/** The target an address names, if it names one. */
export function targetIn(params: URLSearchParams): TargetName | undefined {
  return importTargets.find(name => name === params.get('target'))
}
