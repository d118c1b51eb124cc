import { AppError } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { ImportSetup } from '../../shared/imports/contract.ts'
import { importActs, importData, mayExportCosts } from '../../shared/imports/rules.ts'
import { importTargets, type ImportMode, type TargetName } from '../../shared/imports/target.ts'
import type { Session } from '../core/session.ts'
import { isCompound, type ImportField, type ImportTarget } from './target.ts'

type Asker = Pick<Session, 'permissions'>

/** Whoever has no act of their own for such a file must be allowed what its import does, besides importing. Throws `forbidden`. */
export function requireImport(session: Asker, target: ImportTarget, mode: ImportMode): void {
  requireHandling(session, target.name)
  if (hasOwnAct(session, target)) return
  for (const needed of neededToImport(target)) require(session, needed)
  if (mode === 'update') require(session, target.permissions.update)
}

/** Whether this session may bring in a file of this kind at all. */
export function mayImport(session: Asker, target: ImportTarget): boolean {
  return handles(session, target.name) && (hasOwnAct(session, target) || neededToImport(target).every(needed => session.permissions.has(needed)))
}

/** Whether such a file of theirs changes what is there, too. */
export function mayUpdate(session: Asker, target: ImportTarget): boolean {
  return hasOwnAct(session, target) || session.permissions.has(target.permissions.update)
}

/** The kinds of files whose imports this session looks at and looks after. */
export function handledTargets(session: Asker): TargetName[] {
  return importTargets.filter(target => handles(session, target))
}

/** Throws `forbidden`, naming the act. */
export function requireHandling(session: Asker, target: TargetName): void {
  if (!handles(session, target)) throw new AppError('forbidden', { needed: importActs(target).at(-1) })
}

function handles({ permissions }: Asker, target: TargetName): boolean {
  return importActs(target).some(act => permissions.has(act))
}

function hasOwnAct({ permissions }: Asker, { name }: ImportTarget): boolean {
  return importActs(name).some(act => act !== importData && permissions.has(act))
}

/** A file of several lists makes records of each. */
function neededToImport(target: ImportTarget): readonly Permission[] {
  return [target.permissions.insert, ...(isCompound(target) ? target.parts.map(part => part.target.permissions.insert) : [])]
}

export function requireExport(session: Asker, { permissions }: ImportTarget): void {
  require(session, permissions.view)
}

/** The fields this session may give and be given (IA-9). */
export function visibleFields({ canSeeCost }: Pick<Session, 'canSeeCost'>, { fields }: Pick<ImportTarget, 'fields'>): readonly ImportField[] {
  return canSeeCost ? fields : fields.filter(({ isCost }) => !isCost)
}

/** The fields that go into a file of this session's: costs only where they may leave the house (IO-2). */
export function exportedFields(session: Pick<Session, 'level' | 'canSeeCost'>, { fields }: Pick<ImportTarget, 'fields'>): readonly ImportField[] {
  return mayExportCosts(session) ? fields : fields.filter(({ isCost }) => !isCost)
}

/** Leaves out what belongs to fields the session may not see. */
export function visibleOnly(session: Pick<Session, 'canSeeCost'>, target: Pick<ImportTarget, 'fields'>): <V>(byField: Record<string, V>) => Record<string, V> {
  const hidden = hiddenFields(session, target)
  return byField => Object.fromEntries(Object.entries(byField).filter(([name]) => !hidden.includes(name)))
}

/** The names of the fields this session may not be given. */
export function hiddenFields({ canSeeCost }: Pick<Session, 'canSeeCost'>, { fields }: Pick<ImportTarget, 'fields'>): readonly string[] {
  return canSeeCost ? [] : fields.filter(({ isCost }) => isCost).map(({ name }) => name)
}

/** A file with costs is a matter for those who may see them, up to its end. Throws `forbidden`. */
export function requireCosts(session: Pick<Session, 'canSeeCost'>, target: ImportTarget, { columns, constants, replacements }: Pick<ImportSetup, 'columns' | 'constants' | 'replacements'>): void {
  const given = hiddenFields(session, target).find(name => [columns, constants, replacements].some(byField => Object.hasOwn(byField, name)))
  if (given !== undefined) throw new AppError('forbidden', { needed: 'canSeeCost', field: given })
}

function require({ permissions }: Asker, needed: Permission): void {
  if (!permissions.has(needed)) throw new AppError('forbidden', { needed })
}
