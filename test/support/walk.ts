import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { entities, entityDefinition, type Entity } from '../../shared/core/entities.ts'
import type { Procedure, Query } from '../../shared/core/procedure.ts'
import type { TestHost } from './host.ts'
import { nobodysId, sampleInput } from './sample-input.ts'

export interface Asked { readonly name: string; readonly procedure: Query; readonly input: unknown }

/** Every query that people ask, by name. */
export const queries: readonly (readonly [name: string, procedure: Query])[] = Object.entries(contract as Readonly<Record<string, Readonly<Record<string, Procedure>>>>)
  .flatMap(([module, procedures]) => Object.entries(procedures).flatMap(([name, procedure]) =>
    (procedure.kind === 'query' && (procedure.visibility ?? 'session') === 'session' ? [[`${module}.${name}`, procedure] as const] : [])))

/** Entities whose rows belong to a section. */
export const narrowedEntities: readonly Entity[] = (Object.keys(entities) as Entity[]).filter(entity => entityDefinition(entity).scope === 'sectionId')

/** What a query that needs to be told something is asked, of one section; where it is of no section, the section says nothing. */
export type Inputs = Readonly<Record<string, (section: Section) => readonly unknown[]>>
export interface Section { readonly id: string; readonly storeId: string; first(entity: Entity, where?: string): string }

/** A section of the host's, with the first of its rows. */
export function sectionOf({ database }: TestHost, code: string): Section {
  const id = database.prepare('select id from section where code = ?').pluck().get(code) as string
  const one = (sql: string) => {
    const found = database.prepare(sql).pluck().get() as string | undefined
    if (found === undefined) throw new Error(`Nothing to ask for: ${sql}`)
    return found
  }
  return {
    id, storeId: one(`select id from location where sectionId = '${id}' limit 1`),
    first: (entity, where = '1') => one(`select id from ${entity} where ${narrowedEntities.includes(entity) ? `sectionId = '${id}'` : '1'} and ${where} limit 1`),
  }
}

/** What a query is asked: from the table, else nothing at all, else the first record it is about; never an id that nothing has. */
export function askedOf(name: string, procedure: Query, inputs: Inputs, section: Section): readonly Asked[] {
  const given = inputs[name]
  if (given) return given(section).map(input => ({ name, procedure, input }))
  const whole = [{ pageSize: 200 }, {}].find(input => z.safeDecode(procedure.input, input as never).success)
  if (whole) return [{ name, procedure, input: whole }]
  if (name.startsWith('masters.get')) return [{ name, procedure, input: { id: section.first(procedure.reads[0]!) } }]
  const input = sampleInput(procedure)
  if (input === undefined || JSON.stringify(input).includes(nobodysId)) throw new Error(`${name}: say in the table what it is asked`)
  return [{ name, procedure, input }]
}
