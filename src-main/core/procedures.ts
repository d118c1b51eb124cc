import { AppError } from '../../shared/core/errors.ts'
import type { Contract, Procedure } from '../../shared/core/procedure.ts'
import type { AnyHandler } from './handlers.ts'

export interface Found { readonly name: string; readonly module: string; readonly procedure: Procedure; readonly handler: AnyHandler }
export type FindProcedure = (name: string) => Found

/** Finds `module.procedure` by own keys only, so that `constructor` and `__proto__` are names like any other unknown one. */
export function procedureFinder(contract: Contract, handlers: object): FindProcedure {
  const found = new Map<string, Found>()
  for (const [module, members] of Object.entries(contract)) {
    for (const [member, procedure] of Object.entries(members)) {
      const handler = (handlers as Record<string, Record<string, AnyHandler>>)[module]?.[member]
      if (!handler) throw new Error(`No handler for ${module}.${member}`)
      found.set(`${module}.${member}`, { name: `${module}.${member}`, module, procedure, handler })
    }
  }
  return name => {
    const entry = found.get(name)
    if (!entry) throw new AppError('not-found', { entity: 'procedure', id: name.slice(0, 100) })
    return entry
  }
}
