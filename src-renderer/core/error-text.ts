import { AppError, type ErrorCode, type ErrorParams, type InputIssue } from '../../shared/core/errors.ts'
import { isPermission } from '../../shared/core/permissions.ts'
import { anyOf, anySession, type Needed } from '../../shared/core/procedure.ts'
import { texts } from '../../shared/texts.ts'
import { createFormats, type Formats } from './formats.ts'
import { factoryNow } from './factory.ts'
import { shortsOf, type Short } from './shorts.ts'
import { currentLanguage, parametersOf, textOf } from './i18n.ts'

/** Whatever was thrown, as the user should read it: what happened, what to do, who can. */
export function errorText(thrown: unknown): string {
  const error = asAppError(thrown)
  const shorts = shortsOf(error)
  const { workOrder } = error.params
  if (shorts.length > 0 && typeof workOrder === 'string') return textOf('errorDetails.stock-short-output', { number: workOrder, list: shorts.map(shortText).join(', ') }) ?? error.code
  if (shorts.length > 1) return textOf('errorDetails.stock-short-many', { list: shorts.map(shortText).join(', ') }) ?? error.code
  const detail = `errorDetails.${error.code}`
  const params = readable(sized(error))
  const needed = parametersOf(detail)
  const isTold = needed.length > 0 && needed.every(name => params[name] !== undefined && params[name] !== '')
  return (isTold ? textOf(detail, params) : textOf(`errors.${error.code}`, params)) ?? error.code
}

/** As many refused rows as a message holds. */
const mostRows = 3

/** The same with the rows that were refused, for where they do not stand on the screen. */
export function refusalText(thrown: unknown): string {
  const rows = issuesOf(thrown).flatMap(issue => {
    const at = issue.path.find(part => typeof part === 'number')
    if (at === undefined) return []
    const { rowName } = issue.params
    return [`${[textOf('form.row', { row: at + 1 }), typeof rowName === 'string' ? rowName : ''].filter(Boolean).join(', ')}: ${issueText(issue)}`]
  })
  return rows.length === 0 ? errorText(thrown) : rows.slice(0, mostRows).join(' ')
}

function shortText({ itemName, missing, unit }: Short): string {
  return `${itemName} ${formatsNow().plain(missing)} ${unit}`
}

/** What is wrong with one entry, without the entry's name. */
export function issueText({ reason, params }: Pick<InputIssue, 'reason' | 'params'>): string {
  const shown = readable(params)
  const forms = isMissing(reason, params) ? ['required'] : [`${reason}_${String(params.format ?? params.origin ?? params.expected)}`, reason]
  const text = forms.map(form => textOf(`issues.${form}`, shown) ?? moduleIssue(form, shown)).find(found => found !== undefined)
  return text ?? textOf('issues.custom') ?? reason
}

export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('unexpected', { reference: thrown instanceof Error ? thrown.message.slice(0, 80) : undefined })
}

/** The faulty fields of a refusal, if it names any. */
export function issuesOf(thrown: unknown): readonly InputIssue[] {
  if (!(thrown instanceof AppError) || !Array.isArray(thrown.params.issues)) return []
  return thrown.params.issues as readonly InputIssue[]
}

const limitsOfSize: readonly ErrorCode[] = ['file-too-large', 'own-uploads-full', 'daily-uploads-full']

/** A limit on a file's bytes is a size; one on its rows or columns is told by the import itself. */
function sized({ code, params }: AppError): ErrorParams {
  if (code === 'wrong-state') return { state: params.status, ...params }
  if (!limitsOfSize.includes(code) || typeof params.maximum !== 'number') return params
  return { ...params, maximum: params.what === undefined ? formatsNow().fileSize(params.maximum) : undefined }
}

/** "At least 1 character" and whatever was found in a blank entry both mean that nothing was entered. */
function isMissing(reason: string, { minimum, origin, received }: ErrorParams): boolean {
  return received === 'nothing' || (reason === 'too_small' && origin === 'string' && minimum === 1)
}

/** A module's own reasons are whole keys of its texts: `masters.issues.parent-below`. */
function moduleIssue(form: string, params: ErrorParams): string | undefined {
  return form.includes('.') ? textOf(form, params) : undefined
}

const moment = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/
const day = /^\d{4}-\d\d-\d\d$/
/** Parameters that are quantities; other digits may be a code, where a zero in front counts. */
const quantities = ['requested', 'available', 'remaining', 'missing', 'minimum', 'maximum', 'limit', 'count', 'quantity', 'fulfilled', 'balance', 'divisor', 'used', 'expected', 'percent']

/** Parameters in the user's words: texts named by `…Key`, entities, fields, permissions, days, moments, numbers. */
function readable(params: ErrorParams): Record<string, unknown> {
  const formats = formatsNow()
  const told = Object.entries(params).map(([name, value]) => (
    name.endsWith('Key') ? [name.slice(0, -'Key'.length), textOf(String(value))] : [name, readableOne(name, value, formats)]
  ))
  return Object.fromEntries(told) as Record<string, unknown>
}

function formatsNow(): Formats {
  return createFormats(currentLanguage(), factoryNow())
}

/** Nothing where there is no word for it: then the plain sentence is said, never a raw code. */
function readableOne(name: string, value: unknown, formats: Formats): unknown {
  if (typeof value === 'number') return formats.integer(value)
  if (Array.isArray(value)) return value.map(one => String(readableOne(name.replace(/s$/, ''), one, formats))).join(', ')
  if (typeof value !== 'string') return value
  if (name === 'entity' || name === 'by') return textOf(`entities.${value}`)
  if (name === 'field') return textOf(`fields.${value}`)
  if (name === 'reason') return textOf(`reasons.${value}`)
  if (name === 'state') return stateWord(value)
  if (name === 'needed') return permissionText(value)
  if (moment.test(value)) return formats.instant(value)
  if (day.test(value)) return formats.day(value)
  return quantities.includes(name) ? formats.plain(value) : value
}

/** The word of a record's state, which its module keeps under `statuses`. */
function stateWord(state: string): string | undefined {
  return Object.keys(texts.id).map(module => textOf(`${module}.statuses.${state}`)).find(word => word !== undefined)
}

/** `masters.update` as "Data induk: ubah", an act by its own name. */
/** Of several that are each enough, the one that a refusal names. */
export function neededText(needed: Needed): string {
  return permissionText(anyOf(needed)[0] ?? anySession)
}

export function permissionText(permission: string): string {
  if (!isPermission(permission)) return textOf(`identity.rights.${permission}`) ?? permission
  const [module, action] = permission.split('.')
  if (module === 'process') return textOf(`identity.acts.${action}`) ?? permission
  return `${textOf(`permissionModules.${module}`)}: ${textOf(`actions.${action}`)}`
}
