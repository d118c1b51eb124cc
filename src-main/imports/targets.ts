import type { TargetName } from '../../shared/imports/target.ts'
import { itemTarget } from '../masters/import-items.ts'
import { locationTarget } from '../masters/import-locations.ts'
import { sectionTarget } from '../masters/import-sections.ts'
import { unitTarget } from '../masters/import-units.ts'
import { openingStockTarget } from '../warehouse/import-opening.ts'
import type { ImportTarget } from './target.ts'

/** Everything that can be imported, one line a target. */
const targets: Readonly<Record<TargetName, ImportTarget>> = {
  items: itemTarget,
  units: unitTarget,
  sections: sectionTarget,
  locations: locationTarget,
  openingStock: openingStockTarget,
}

export function targetOf(name: TargetName): ImportTarget {
  return targets[name]
}

export const allTargets: readonly ImportTarget[] = Object.values(targets)
