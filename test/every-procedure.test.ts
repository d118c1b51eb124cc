import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { isGranted, type Procedure } from '../shared/core/procedure.ts'
import { createDispatch, type Dispatch } from '../src-main/core/dispatch.ts'
import { procedureFinder } from '../src-main/core/procedures.ts'
import { visitor, type Session } from '../src-main/core/session.ts'
import { handlers } from '../src-main/handlers.ts'
import { seededPermissions, seededRoles } from '../src-main/identity/seed-roles.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { nobodysId, sampleInput } from './support/sample-input.ts'

interface Case { readonly name: string; readonly procedure: Procedure; readonly input: unknown }

/** Where no input can be read off the schema. */
const inputs: Readonly<Record<string, unknown>> = {
  'settings.changeSeries': { name: 'kanbanCard', format: 'KAN-{year}-{0000}', restarts: 'year' },
  'masters.saveItems': { rows: [{ id: nobodysId, version: 1, name: 'x' }] },
}

const cases: readonly Case[] = Object.entries(contract as Readonly<Record<string, Readonly<Record<string, Procedure>>>>).flatMap(([module, procedures]) =>
  Object.entries(procedures).map(([name, procedure]): Case => ({ name: `${module}.${name}`, procedure, input: inputs[`${module}.${name}`] ?? sampleInput(procedure) })))
const ofPeople = cases.filter(({ procedure }) => procedure.visibility === undefined || procedure.visibility === 'session')
const roles = seededRoles.filter(({ isHidden }) => !isHidden)

let host: TestHost
/** The host's own door with nothing behind it: what is let in does not work, but says that it came in. */
let door: Dispatch
const sessions = new Map<string, Session>()

beforeAll(async () => {
  host = await startTestHost()
  for (const { name } of roles) sessions.set(name, await host.sessionFor(name, 'SEW'))
  const isIn = { ok: true, json: '"in"' } as const
  door = createDispatch({
    find: procedureFinder(contract, handlers), queries: { run: () => isIn, changed: () => {}, kept: 0 }, queue: () => Promise.resolve(isIn), jobs: { run: () => Promise.resolve(isIn) },
    replays: { answered: () => undefined }, storage: { heed: answer => answer }, log: { error: () => {}, info: () => {} }, measures: { note: () => {} }, warn: () => {}, isTraining: () => false,
  })
})
afterAll(() => host.stop())

const codeOf = async (dispatch: Dispatch, session: Session, { name, input }: Case) => {
  const answer = await dispatch(session, name, input)
  return answer.ok ? 'in' : answer.code
}
/** Refused ones are asked of the host itself: nothing of them is done. */
const outcomes = (list: readonly Case[], session: Session, isAllowed: (one: Case) => boolean) =>
  Promise.all(list.map(async one => [one.name, await codeOf(isAllowed(one) ? door : host.host.dispatch, session, one)] as const))

test('every procedure has an input to be asked with', () => {
  const asked = cases.filter(({ procedure }) => procedure.visibility !== 'internal')
  expect(asked.filter(({ input, procedure }) => input === undefined || !procedure.input.safeDecode(input as never).success).map(({ name }) => name)).toEqual([])
})

describe('every procedure lets in whom its permission is granted to, and nobody else', () => {
  test.each(roles.map(({ name }) => name))('%s', async name => {
    const granted = new Set<string>(seededPermissions(roles.find(role => role.name === name)!))
    const isAllowed = ({ procedure }: Case) => isGranted(granted, procedure.permission)
    const found = await outcomes(ofPeople, sessions.get(name)!, isAllowed)
    expect(found).toEqual(ofPeople.map(one => [one.name, isAllowed(one) ? 'in' : 'forbidden']))
  })

  test('who is signed out: only what is public', async () => {
    const isAllowed = ({ procedure }: Case) => procedure.visibility === 'public'
    const open = cases.filter(({ procedure }) => procedure.visibility !== 'internal')
    expect(await outcomes(open, visitor('desk', '127.0.0.1'), isAllowed)).toEqual(open.map(one => [one.name, isAllowed(one) ? 'in' : 'signed-out']))
  })

  test('who must change their password first: only what that takes', async () => {
    const session = { ...sessions.get('Superadmin')!, mustChangePassword: true }
    const isAllowed = ({ procedure }: Case) => procedure.beforePasswordChange === true
    expect(await outcomes(ofPeople, session, isAllowed)).toEqual(ofPeople.map(one => [one.name, isAllowed(one) ? 'in' : 'password-change-needed']))
    expect(ofPeople.filter(isAllowed).map(({ name }) => name)).toEqual(expect.arrayContaining(['identity.changePassword', 'identity.logout', 'identity.whoAmI']))
  })

  test('what is internal is unknown to everybody', async () => {
    const internal = cases.filter(({ procedure }) => procedure.visibility === 'internal')
    expect(await outcomes(internal, sessions.get('Superadmin')!, () => false)).toEqual(internal.map(({ name }) => [name, 'not-found']))
  })
})
