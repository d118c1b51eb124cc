import { z } from 'zod'
import { errorCodes } from '../../shared/core/errors.ts'
import { anyOf, anySession, type Contract, type Procedure } from '../../shared/core/procedure.ts'
import { isForPrograms, keyMark } from '../../shared/programs/rules.ts'
import { codesByStatus } from './failures.ts'

interface Operation { readonly name: string; readonly module: string; readonly procedure: Procedure }

/** The API as an OpenAPI 3.1 document for other programs; what only jobs and engines may call is left out. */
export function openApiText(contract: Contract, version: string): string {
  const operations = Object.entries(contract).flatMap(([module, members]) =>
    Object.entries(members).filter(([, { visibility }]) => visibility !== 'internal').map(([member, procedure]) => ({ name: `${module}.${member}`, module, procedure })))
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Lantai', version, description: 'Each procedure is one POST. Decimals, money and dates travel as text.' },
    servers: [{ url: '/' }],
    tags: Object.keys(contract).map(name => ({ name })),
    paths: Object.fromEntries(operations.map(operation => [`/api/v1/${operation.name.replace('.', '/')}`, { post: describe(operation) }])),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
        apiKey: { type: 'http', scheme: 'bearer', bearerFormat: `${keyMark}…`, description: 'The key of a program, made on the screen "Other programs". A Replay-Key of a program begins with its desk: key-<id of the key>.' },
      },
      parameters,
      responses: Object.fromEntries(refusals.map(([status, codes]) => [`Refused${status}`, {
        description: codes.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
      }])),
      schemas: { Failure: failureSchema, ...Object.fromEntries(operations.flatMap(schemasOf)) },
    },
  })
}

const refusals = [...codesByStatus()]

const parameters = {
  ReplayKey: {
    name: 'Replay-Key', in: 'header', schema: { type: 'string', pattern: '^[\\w.-]{1,100}:\\d{1,15}$' },
    description: 'desk:number. A command sent again under the same key is answered, not run again.',
  },
  DeskId: { name: 'Desk-Id', in: 'header', schema: { type: 'string', pattern: '^[\\w.-]{1,100}$' }, description: 'Which desk a visitor calls from.' },
}

const failureSchema = {
  type: 'object',
  properties: { ok: { const: false }, code: { type: 'string', enum: errorCodes }, params: { type: 'object' } },
  required: ['ok', 'code', 'params'],
}

function describe({ name, module, procedure }: Operation): object {
  const isPublic = procedure.visibility === 'public'
  return {
    operationId: name,
    tags: [module],
    description: descriptionOf(procedure),
    security: isPublic ? [] : [{ bearer: [] }, ...(isForPrograms(module, procedure) ? [{ apiKey: [] }] : [])],
    parameters: [...(procedure.kind === 'command' ? ['ReplayKey'] : []), ...(isPublic ? ['DeskId'] : [])].map(parameter => ({ $ref: `#/components/parameters/${parameter}` })),
    requestBody: { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}.input` } } } },
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': {
            schema: { type: 'object', properties: { ok: { const: true }, value: { $ref: `#/components/schemas/${name}.output` } }, required: ['ok', 'value'] },
          },
        },
      },
      ...Object.fromEntries(refusals.map(([status]) => [status, { $ref: `#/components/responses/Refused${status}` }])),
    },
    'x-kind': procedure.kind,
    'x-permission': isPublic ? null : procedure.permission,
  }
}

const kinds: Readonly<Record<Procedure['kind'], string>> = { query: 'Reads.', command: 'Changes, as a whole or not at all.', job: 'Slow work: hang up to cancel it.' }

function descriptionOf({ kind, visibility, permission }: Procedure): string {
  if (visibility === 'public') return `${kinds[kind]} Needs no session.`
  return `${kinds[kind]} Needs ${permission === anySession ? 'a session' : `the permission ${anyOf(permission).join(' or ')}`}.`
}

function schemasOf({ name, procedure }: Operation): [string, object][] {
  return [[`${name}.input`, wireSchema(`${name}.input`, procedure.input)], [`${name}.output`, wireSchema(`${name}.output`, procedure.output)]]
}

/** Schemas are codecs whose input side is what travels, for answers too. References within a schema are led to its place in the document. */
function wireSchema(place: string, schema: z.ZodType): object {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return JSON.parse(JSON.stringify(described).replaceAll('"$ref":"#', `"$ref":"#/components/schemas/${place}`)) as object
}
