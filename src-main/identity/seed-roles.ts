import { permissionModules, type Action, type ModulePermission, type Permission, type PermissionModule } from '../../shared/core/permissions.ts'
import type { Writer } from '../database/pen.ts'
import { seededActs } from './seed-acts.ts'

const actionLetters = { V: 'view', C: 'create', U: 'update', D: 'delete', A: 'approve', E: 'execute' } as const satisfies Record<string, Action>
const allLetters = Object.keys(actionLetters).join('')

/** Module → letters of its actions: `{ kanban: 'VC' }` may view and create. */
type Grants = Partial<Record<PermissionModule, string>>

interface SeedRole {
  readonly name: string
  /** 0 is the highest. */
  readonly level: number
  /** Whether it sees every section's rows or only those of the sections its user has (IA-5). */
  readonly sections: 'all' | 'own'
  readonly canSeeCost?: true
  readonly isHidden?: true
  /** Has every menu without being given any (IA-7). */
  readonly hasAllMenus?: true
  readonly grants: Grants
}

function everythingBut(less: Grants): Grants {
  const without = (letters: string) => [...allLetters].filter(letter => !letters.includes(letter)).join('')
  return Object.fromEntries(permissionModules.map(module => [module, without(less[module] ?? '')]))
}

/** Deleting users, and restoring or clearing the data, are the Superadmin's alone (IA-4, IO-5). */
const superadminOnly: Grants = { identity: 'D', dataCare: 'DE' }
/** Whoever asks for material must find the items and file the card (KB-5). */
const asker: Grants = { masters: 'V', kanban: 'VC' }
const supervisor: Grants = { ...asker, production: 'VCUEA', quality: 'V', reports: 'V', kanban: 'VCA', warehouse: 'V' }
const sectionAdmin: Grants = { ...asker, production: 'VCUE', warehouse: 'V', reports: 'V' }
const handler: Grants = { fulfilment: 'VE', followUp: 'V' }

/** What a new factory begins with; from then on roles are data. */
export const seededRoles: readonly SeedRole[] = [
  { name: 'System', level: 0, sections: 'all', canSeeCost: true, isHidden: true, grants: {} },
  { name: 'Developer', level: 0, sections: 'all', grants: everythingBut({ ...superadminOnly, production: 'CUDAE' }) },
  { name: 'Superadmin', level: 1, sections: 'all', canSeeCost: true, hasAllMenus: true, grants: everythingBut({}) },
  { name: 'Manager', level: 2, sections: 'all', grants: everythingBut(superadminOnly) },
  {
    name: 'Finance Manager', level: 2, sections: 'all', canSeeCost: true,
    grants: { purchasing: 'VA', reports: 'VC', audit: 'V', planning: 'V', warehouse: 'V', finishedGoods: 'V', masters: 'V', dataCare: 'V' },
  },
  { name: 'Director', level: 2, sections: 'all', canSeeCost: true, grants: Object.fromEntries(permissionModules.map(module => [module, 'V'])) },
  { name: 'Admin', level: 3, sections: 'all', canSeeCost: true, hasAllMenus: true, grants: everythingBut(superadminOnly) },
  {
    name: 'PPIC Manager', level: 4, sections: 'all', canSeeCost: true,
    grants: {
      planning: 'VCUA', purchasing: 'VA', reports: 'VC', warehouse: 'V', production: 'V', finishedGoods: 'V', quality: 'V', masters: 'V', engineering: 'V', audit: 'V',
      dataCare: 'V',
    },
  },
  { name: 'PPIC Admin', level: 4, sections: 'all', grants: { planning: 'VCU', reports: 'VC', warehouse: 'V', masters: 'V', engineering: 'V' } },
  { name: 'SPV Cutting', level: 4, sections: 'own', grants: supervisor },
  { name: 'SPV Sewing', level: 4, sections: 'own', grants: supervisor },
  { name: 'SPV Finishing', level: 4, sections: 'own', grants: supervisor },
  {
    name: 'Warehouse Admin', level: 4, sections: 'all',
    grants: { warehouse: 'VCUEA', finishedGoods: 'VCUE', masters: 'VCU', dataCare: 'VC', kanban: 'VCEA', purchasing: 'V', reports: 'VC' },
  },
  { name: 'QC Lab', level: 4, sections: 'all', grants: { quality: 'VCUA', reports: 'VC' } },
  { name: 'Purchasing Head', level: 4, sections: 'all', canSeeCost: true, grants: { purchasing: 'VCUDA', masters: 'VCU', reports: 'VC', warehouse: 'V', planning: 'V' } },
  { name: 'Purchasing', level: 4, sections: 'all', canSeeCost: true, grants: { purchasing: 'VCU', warehouse: 'V', masters: 'V', reports: 'V' } },
  { name: 'Admin Cutting', level: 5, sections: 'own', grants: sectionAdmin },
  { name: 'Admin Embroidery', level: 5, sections: 'own', grants: sectionAdmin },
  { name: 'Admin Sewing', level: 5, sections: 'own', grants: sectionAdmin },
  { name: 'Admin Finishing', level: 5, sections: 'own', grants: sectionAdmin },
  { name: 'Admin Packing', level: 5, sections: 'own', grants: sectionAdmin },
  { name: 'QC Inspector', level: 5, sections: 'all', grants: { quality: 'VCU', production: 'V', reports: 'V' } },
  { name: 'Warehouse Operator', level: 5, sections: 'all', grants: { ...asker, warehouse: 'VE', kanban: 'VCE', finishedGoods: 'V' } },
  { name: 'Security', level: 5, sections: 'all', grants: { finishedGoods: 'VE', reports: 'V' } },
  { name: 'Billing', level: 5, sections: 'own', canSeeCost: true, grants: { fulfilment: 'VCU', followUp: 'VC', reports: 'VC' } },
  { name: 'Picker', level: 5, sections: 'own', grants: handler },
  { name: 'Packer', level: 5, sections: 'own', grants: handler },
  { name: 'Driver', level: 5, sections: 'own', grants: handler },
  { name: 'Delivery', level: 5, sections: 'own', grants: handler },
  { name: 'Store-terminal', level: 5, sections: 'own', grants: {} },
  { name: 'Wall-screen', level: 5, sections: 'all', grants: { fulfilment: 'V' } },
  {
    name: 'Viewer', level: 5, sections: 'all',
    grants: {
      planning: 'V', purchasing: 'V', warehouse: 'V', kanban: 'V', engineering: 'V', production: 'V', transfers: 'V', quality: 'V', finishedGoods: 'V', fulfilment: 'V',
      followUp: 'V', projects: 'V', masters: 'V', reports: 'V',
    },
  },
]

/** Those who work on the floor: at shared desks they may come in by PIN or badge. */
const lowestLevel = 5

/** Ids by role name. */
export function seedRoles(db: Writer): ReadonlyMap<string, string> {
  return new Map(seededRoles.map(({ grants, canSeeCost = false, isHidden = false, hasAllMenus = false, ...role }) => {
    const canSwitchQuickly = role.level === lowestLevel && !canSeeCost && role.name !== 'Viewer'
    const { id } = db.insert('role', { ...role, canSeeCost, isHidden, hasAllMenus, canSwitchQuickly })
    for (const permission of seededPermissions({ name: role.name, grants })) db.insert('roleGrant', { roleId: id, permission })
    return [role.name, id]
  }))
}

/** All that a role begins with: what its letters say, and the acts granted by name. */
export function seededPermissions({ name, grants }: Pick<SeedRole, 'name' | 'grants'>): Permission[] {
  return [...permissionsIn(grants), ...seededActs(name).map(act => `process.${act}` as const)]
}

function permissionsIn(grants: Grants): ModulePermission[] {
  const actionOf = (letter: string) => actionLetters[letter as keyof typeof actionLetters]
  return permissionModules.flatMap(module => [...(grants[module] ?? '')].map(letter => `${module}.${actionOf(letter)}` as const))
}
