import type { CountStatus } from '../../shared/warehouse/count-rules.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { requisitionsPath, shortagesPath, stockCountPath, stockCountsPath, stockDocumentPath, stockDocumentsPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { shownLines, type TodayLine, type TodayLines, type TodayList } from '../core/today.ts'
import { useScopeText } from './count-look.tsx'
import { contentsText } from './document-look.tsx'
import { useQuantityTexts } from './quantities.ts'

/** What sections ask for in writing: to be decided, or to be handed over; the soonest needed first. */
function useRequisitions(): TodayLines {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { day, today } = useFormats()
  const { data } = useLive(api.warehouse.listRequisitions, { filter: { isWaiting: true }, sort: [{ column: 'neededBy', descending: false }], pageSize: shownLines, total: true })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(row => {
      const isPending = row.status === 'PENDING'
      const act = isPending ? may('warehouse.approve') && 'decide' : may('warehouse.execute') && 'handOver'
      return {
        id: row.id,
        code: row.number,
        name: row.lineCount === 1 ? row.firstItemName : t('warehouse.requisitions.moreItems', { first: row.firstItemName, count: row.lineCount - 1 }),
        detail: [row.sectionName, t('warehouse.today.needed', { day: day(row.neededBy) }), isPending ? t('warehouse.today.toDecide') : ''].filter(Boolean).join(' · '),
        isUrgent: row.neededBy < today(),
        act: t(`warehouse.today.${act || 'open'}`),
        to: `${requisitionsPath}/${row.id}`,
      }
    }),
  }
}

/** What production told the stores that it lacks, and nobody has handled. */
function useReported(): TodayLines {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { full } = useQuantityTexts()
  const { data } = useLive(api.warehouse.listShortages, { filter: { isHandled: false }, sort: [{ column: 'createdAt', descending: false }], pageSize: shownLines, total: true })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(row => ({
      id: row.id,
      code: row.itemCode,
      name: row.itemName,
      detail: [t('warehouse.today.missing', { quantity: full(row.missing, row) }), row.sectionName, row.note].filter(Boolean).join(' · '),
      isUrgent: row.severity === 'CRITICAL' || row.severity === 'HIGH',
      act: t(may('warehouse.execute') ? 'warehouse.today.handle' : 'warehouse.today.open'),
      to: `${shortagesPath}?shortage=${row.id}`,
    })),
  }
}

/** Documents that somebody began and did not post, the oldest first; loud once their day is over. */
function useDrafts(): TodayLines {
  const t = useText()
  const api = useApi()
  const { instant, dayOf, today } = useFormats()
  const personName = usePersonName()
  const { data } = useLive(api.warehouse.listStockDocuments, { filter: { status: ['DRAFT'] }, sort: [{ column: 'createdAt', descending: false }], pageSize: shownLines, total: true })
  return {
    count: data?.total,
    lines: (data?.rows ?? []).map(row => ({
      id: row.id,
      code: row.number,
      name: [t(`warehouse.documents.kinds.${row.kind}`), contentsText(t, row)].join(' · '),
      detail: t('warehouse.today.savedBy', { name: personName(row.createdByName), at: instant(row.createdAt, 'short') }),
      isUrgent: dayOf(row.createdAt) < today(),
      act: t('warehouse.today.goOn'),
      to: stockDocumentPath(row.id),
    })),
  }
}

const underWay: CountStatus[] = ['DRAFT', 'COUNTING', 'COMPARED']
/** More counts are not under way at once. */
const mostAtOnce = 100

/** Counts that were begun, then plans that are due and of which none was. */
function useCounts(): TodayLines {
  const t = useText()
  const api = useApi()
  const { day, today } = useFormats()
  const scopeText = useScopeText()
  const { data: begun } = useLive(api.warehouse.listCounts, { filter: { status: underWay }, pageSize: mostAtOnce })
  const { data: plans } = useLive(api.warehouse.listCountPlans, { filter: { isActive: true, isDue: true }, sort: [{ column: 'countedOn', descending: false }], pageSize: mostAtOnce })
  if (!begun || !plans) return { count: undefined, lines: [] }
  const due = plans.rows.filter(({ id }) => !begun.rows.some(({ planId }) => planId === id))
  const lines: TodayLine[] = [
    ...begun.rows.map(row => ({
      id: row.id, code: row.number, name: row.planName ?? '', detail: [t(`warehouse.counts.statuses.${row.status}`), scopeText(row)].join(' · '), isUrgent: false, act: t('warehouse.today.goOn'), to: stockCountPath(row.id),
    })),
    ...due.map(plan => ({
      id: plan.id, code: plan.name, name: '', detail: [plan.countedOn === null ? t('warehouse.today.neverCounted') : t('warehouse.today.countDue', { day: day(plan.dueOn) }), scopeText(plan)].join(' · '),
      isUrgent: plan.countedOn !== null && plan.dueOn < today(), act: t('warehouse.today.countNow'), to: `${stockCountsPath}?view=plans&find=${encodeURIComponent(plan.name)}`,
    })),
  ]
  return { count: lines.length, lines: lines.slice(0, shownLines) }
}

/** What sections and the calendar ask of the stores. */
export const warehouseWork = {
  requisitions: { name: 'requisitions', title: 'warehouse.today.requisitions', nothing: 'warehouse.today.noRequisitions', permission: 'warehouse.view', all: requisitionsPath, useLines: useRequisitions },
  drafts: { name: 'drafts', title: 'warehouse.today.drafts', nothing: 'warehouse.today.noDrafts', permission: 'warehouse.execute', all: `${stockDocumentsPath}?view=drafts`, useLines: useDrafts },
  counts: { name: 'counts', title: 'warehouse.today.counts', nothing: 'warehouse.today.noCounts', permission: 'warehouse.view', all: `${stockCountsPath}?view=plans`, useLines: useCounts },
  reported: { name: 'reported', title: 'warehouse.today.reported', nothing: 'warehouse.today.noReported', permission: 'warehouse.view', all: shortagesPath, useLines: useReported },
} as const satisfies Readonly<Record<string, TodayList>>
