import { systemUserName } from '../identity/system-user.ts'
import { entityDefinition, type Entity } from '../core/entities.ts'
import type { HistoryChange, HistoryValue } from './history.ts'

/** What the words of the audit are made with: the texts of one language, and how its people write days and numbers. */
export interface Wording {
  readonly language: 'id' | 'en'
  text(key: string): string | undefined
  day(day: string): string
  instant(instant: string): string
  /** Plain decimal text as people write it. */
  number(plain: string): string
}

type Words = Pick<Wording, 'text'>

/** What a field is called, in the words of the screens: those of its module first. A field that no screen shows has none. */
export function fieldLabel({ text, language }: Pick<Wording, 'text' | 'language'>, entity: string | null, { field, label }: Pick<HistoryChange, 'field' | 'label'>): string | undefined {
  const module = moduleOf(entity)
  return label?.[language] ?? text(`audit.fields.${field}`) ?? (module === undefined ? undefined : text(`${module}.fields.${field}`)) ?? text(`fields.${field}`)
}

/** The same for a file, which tells every field: what was logged under a name that no version knows any more keeps that name. */
export function exportedLabel(words: Pick<Wording, 'text' | 'language'>, entity: string | null, change: Pick<HistoryChange, 'field' | 'label'>): string {
  return fieldLabel(words, entity, change) ?? words.text(`audit.technicalFields.${change.field}`) ?? change.field
}

/** A logged value as a person reads it. `secret`: only that it changed is known. */
export function valueText(wording: Wording, entity: string | null, { field, kind }: HistoryChange, value: HistoryValue): string {
  const { text, day, instant, number } = wording
  if (kind === 'secret') return text('history.hidden') ?? ''
  if (value === null || value === '') return text('form.emptyValue') ?? ''
  if (typeof value === 'boolean') return text(value ? 'words.yes' : 'words.no') ?? ''
  const plain = String(value)
  if (field === 'permission' || field === 'permissions') return plain.split(', ').map(permission => permissionWord(wording, permission)).join(', ')
  if (kind === 'decimal' || kind === 'number') return number(plain)
  if (kind === 'day') return day(plain)
  if (kind === 'instant') return instant(plain)
  return kind === 'word' ? wordText(wording, entity, field, plain) : plain
}

/** One of a field's fixed words, wherever its module keeps them: `kanban.statuses.PENDING`, `masters.itemKinds.WIP`. */
export function wordText({ text }: Words, entity: string | null, field: string, word: string): string {
  const group = /s$/.test(field) ? `${field}es` : field.replace(/y$/, 'ie') + 's'
  const module = moduleOf(entity)
  const places = [`audit.words.${entity}.${field}.${word}`, `audit.words.${field}.${word}`, `${module}.${group}.${word}`, `${module}.${group}.${word}.name`, `${module}.${entity}${group.charAt(0).toUpperCase()}${group.slice(1)}.${word}`]
  return places.map(text).find(found => found !== undefined) ?? word
}

/** `masters.update` as "Data induk: ubah", an act by its own name. */
function permissionWord({ text }: Words, permission: string): string {
  const [module, action] = permission.split('.')
  if (module === 'process') return text(`identity.acts.${action}`) ?? permission
  const [place, act] = [text(`permissionModules.${module}`), text(`actions.${action}`)]
  return place === undefined || act === undefined ? permission : `${place}: ${act}`
}

export function moduleText({ text }: Words, module: string): string {
  return text(`audit.modules.${module}`) ?? text(`permissionModules.${module}`) ?? text(`${module}.title`) ?? module
}

export function entityText({ text }: Words, entity: string | null): string {
  const name = entity === null ? undefined : text(`entities.${entity}`)
  return name === undefined ? '' : name.charAt(0).toUpperCase() + name.slice(1)
}

export function personText({ text }: Words, name: string): string {
  return name === systemUserName ? (text('words.system') ?? name) : name
}

/** What a record is called; a setting by its words, others as the host says. */
export function recordText({ text }: Words, entity: string | null, record: string | null): string {
  if (entity !== 'setting' || record === null) return record ?? ''
  const [module, name] = record.split('.')
  return text(`${module}.settings.${name}.name`) ?? record
}

/** How it was done: by which part of the program, by the program itself, or by a file. */
export function wayText({ text }: Words, { userName, procedure, module }: { userName: string; procedure: string; module: string }): string {
  const own = text(`audit.ways.${procedure}`)
  if (own !== undefined) return own
  const place = moduleText({ text }, module)
  return fill(text(userName === systemUserName ? 'audit.how.bySystem' : 'audit.how.byScreen') ?? '', { place })
}

export function placeText({ text }: Words, { ip, deskId }: { ip: string | null; deskId: string | null }): string {
  const address = ip === null || ip === '' ? undefined : hostAddresses.includes(ip) ? text('audit.where.host') : ip
  const desk = deskId === null || deskId === ownDesk ? undefined : fill(text('audit.where.desk') ?? '', { desk: deskId.slice(-4).toUpperCase() })
  return [address, desk].filter(Boolean).join(' · ') || (text('audit.where.inside') ?? '')
}

/** What the host does by itself comes from no desk. */
const ownDesk = 'host'
const hostAddresses: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** The modules of records that everybody involved may see: no permission names theirs. */
const homes: Partial<Record<Entity, string>> = {
  approvalRequest: 'approvals', approvalDecision: 'approvals', approvalDelegation: 'approvals', workOrder: 'planning', directorOverride: 'planning', materialAllocation: 'planning', dailyProduction: 'production', paperBatch: 'production', paperBatchLine: 'production', downtime: 'downtime', carton: 'finishedGoods',
  stepRecord: 'stages', reworkCard: 'stages', reworkRound: 'stages', stageHold: 'stages', stageFigureValue: 'stages',
  transfer: 'transfers', lineOccupancy: 'transfers', lineOccupant: 'transfers', lineClearance: 'transfers', transferAlert: 'transfers', gatePass: 'transfers',
  wasteEntry: 'ledger', ledgerReceipt: 'ledger', ledgerAlert: 'ledger', ledgerReview: 'ledger',
  sectionDayLock: 'sectionDay', workerEntry: 'sectionDay', teamDay: 'sectionDay', findingLook: 'production', badScan: 'scan', attendanceSheet: 'sectionDay', attendanceLine: 'sectionDay', lateEntry: 'sectionDay',
}

function moduleOf(entity: string | null): string | undefined {
  if (entity === null) return undefined
  return homes[entity as Entity] ?? entityDefinition(entity as Entity)?.view?.split('.')[0]
}

function fill(text: string, params: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '')
}
