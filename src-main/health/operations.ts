import { operationWords } from '../../shared/activity/operation-words.ts'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { health, Operation } from '../../shared/health/contract.ts'
import { languages } from '../../shared/texts.ts'
import type { OperationTimes } from '../core/call-measures.ts'
import type { QueryContext } from '../core/handlers.ts'
import { knownText } from '../engines/reports-text.ts'

type Asked = ParsedInputOf<typeof health.listOperations>
type Sort = Asked['sort'][number]

/** One page of the operations that were called. They are few enough to be sorted anew for each page. */
export function listOperations({ host }: QueryContext, { search, filter, sort, cursor, pageSize, total }: Asked): Page<Operation> {
  const { span = 'hour', kind, isFaulty = false } = filter
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = host.health().calls.operations(span).map(operationOf).filter(operation =>
    (kind === undefined || kind.includes(operation.kind)) && (!isFaulty || operation.faults > 0) && words.every(word => searchText(operation.name).includes(word)))
  const sorts: readonly Sort[] = [...(sort.length > 0 ? sort : [{ column: 'p95', descending: true } as const]), { column: 'name', descending: false }]
  found.sort((a, b) => compare(a, b, sorts))
  const from = startOf(cursor)
  const to = from + pageSize
  return { rows: found.slice(from, to), next: to < found.length ? String(to) : undefined, total: total ? found.length : undefined }
}

function operationOf({ refusals, ...times }: OperationTimes): Operation {
  return { ...times, refusals: [...refusals], refused: refusals.reduce((sum, { count }) => sum + count, 0) }
}

/** What people may call it: its name, its address for programs, and its words in both languages. */
function searchText(name: string): string {
  return [name, name.replace('.', '/'), ...languages.map(language => operationWords(name, key => knownText(language, key)))].join(' ').toLowerCase()
}

function compare(a: Operation, b: Operation, sorts: readonly Sort[]): number {
  for (const { column, descending } of sorts) {
    const [one, other] = [a[column] ?? -1, b[column] ?? -1]
    if (one !== other) return (one < other ? -1 : 1) * (descending ? -1 : 1)
  }
  return 0
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,6}$/.test(cursor)) throw new AppError('invalid-input', { issues: [{ path: ['cursor'], reason: 'cursor', params: {} }] })
  return Number(cursor)
}
