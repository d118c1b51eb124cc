import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { auditedEntities } from '../shared/audit/history.ts'
import { exportedLabel } from '../shared/audit/wording.ts'
import { contract } from '../shared/contract.ts'
import { errorCodes } from '../shared/core/errors.ts'
import { noticeKinds } from '../shared/notifications/notice.ts'
import { allSettings } from '../shared/settings/registry.ts'
import { texts } from '../shared/texts.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { migrationsFolder } from './support/spine.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)))
}
const parametersIn = (text: string) => [...new Set([...text.matchAll(/\{\{(\w+)/g)].map(match => match[1]!))].sort()
const indonesian = new Map(leaves(texts.id))
const english = new Map(leaves(texts.en))

test('both languages say the same things, with the same parameters', () => {
  expect([...english.keys()]).toEqual([...indonesian.keys()])
  const different = [...indonesian].filter(([key, text]) => parametersIn(text).join() !== parametersIn(english.get(key)!).join()).map(([key]) => key)
  expect(different).toEqual([])
  expect([...indonesian, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
})

test('every error has words', () => {
  const said = (code: string) => indonesian.has(`errors.${code}`) || indonesian.has(`errors.${code}_one`)
  expect(errorCodes.filter(code => !said(code))).toEqual([])
})

test('every notice and every setting has words', () => {
  expect(Object.keys(noticeKinds).filter(kind => ![...indonesian.keys()].some(key => key.startsWith(`notices.${kind}`) || key.startsWith(`notifications.notices.${kind}`)))).toEqual([])
  const wordsOf = (key: string) => ['name', 'explanation'].map(part => `${key.replace('.', '.settings.')}.${part}`)
  expect(allSettings.flatMap(({ key }) => wordsOf(key)).filter(key => !indonesian.has(key))).toEqual([])
})

test('every operation has a verb in words', () => {
  const names = Object.entries(contract).flatMap(([module, members]) => Object.keys(members).map(name => `${module}.${name}`))
  expect(names.filter(name => !indonesian.has(`activity.verbs.${/\.([a-z]+)/.exec(name)![1]!}`))).toEqual([])
})

test('a text that counts has an English singular and plural', () => {
  const ones = [...english.keys()].filter(key => key.endsWith('_one'))
  expect(ones.filter(key => !english.has(key.replace(/_one$/, '_other')))).toEqual([])
})

test('every column that the audit keeps has a word, for screens or for exports alone', () => {
  const sqlite = new BetterSqlite(':memory:')
  migrate(sqlite, readMigrations(migrationsFolder))
  const bookkeeping = ['id', 'version', 'createdAt', 'seq', 'at', 'attributes']
  const columns = auditedEntities.flatMap(entity => (sqlite.prepare('select name from pragma_table_info(?)').pluck().all(entity) as string[]).map(field => ({ entity, field })))
  sqlite.close()
  const nameless = columns.filter(({ entity, field }) => !bookkeeping.includes(field) && exportedLabel({ language: 'id', text: key => indonesian.get(key) }, entity, { field }) === field)
  expect(nameless.map(({ entity, field }) => `${entity}.${field}`)).toEqual([])
})
