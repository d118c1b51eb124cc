import { dayText } from '../../shared/core/day-text.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { Summary, SummaryLine } from '../../shared/planning/summaries.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'

interface Row {
  readonly part: string
  readonly subject: string
  readonly about: string
  readonly figure: string
  readonly finish: string | null
  readonly why: string
}

/** The morning's summary to hang up: part after part, in the words of its reader. */
export function summaryPaper(context: JobContext, summary: Summary, language: Language): Promise<Paper> {
  const { since, counts } = summary.content
  const count = (name: keyof typeof counts) => [`planning.summary.parts.${name}`, numberText(String(counts[name]), language)] as const
  return documentOnPaper(context, {
    report: reportOf(rowsOf(summary, language)),
    language,
    subject: dayText(summary.day),
    facts: [['planning.summary.since', dayText(since)], count('finished'), count('running'), count('late'), count('materials')],
  })
}

function reportOf(rows: readonly Row[]): Report {
  return defineReport<Row>()({
    name: 'planningSummary',
    permission: 'process.viewPlanningDashboard',
    titleKey: 'planning.summary.title',
    descriptionKey: 'planning.summary.title',
    filters: {},
    columns: [
      { key: 'part', labelKey: 'planning.summary.part', kind: 'text', width: 30, value: row => row.part },
      { key: 'subject', labelKey: 'planning.summary.subject', kind: 'text', width: 44, value: row => row.subject },
      { key: 'about', labelKey: 'planning.summary.about', kind: 'text', width: 62, value: row => row.about },
      { key: 'figure', labelKey: 'planning.summary.figure', kind: 'text', width: 34, value: row => row.figure },
      { key: 'finish', labelKey: 'planning.board.finish', kind: 'day', width: 26, value: row => row.finish },
      { key: 'why', labelKey: 'planning.summary.why', kind: 'text', width: 70, value: row => row.why },
    ],
    rows: () => rows,
    groupBy: () => 'part',
    signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy'],
    orientation: 'landscape',
  })
}

function rowsOf({ content }: Summary, language: Language): Row[] {
  const text = (key: string, params?: Readonly<Record<string, string | number>>) => textOf(language, key, params)
  const number = (value: number) => numberText(String(value), language)
  const part = (name: string) => text(`planning.summary.parts.${name}`)
  const due = ({ deadlineDay }: SummaryLine) => text('planning.board.dueOn', { day: dayText(deadlineDay) })
  const line = (one: SummaryLine) => ({
    subject: one.number,
    about: `${one.sectionName} · ${one.articleName}`,
    figure: text('planning.board.ofTarget', { produced: number(one.produced), target: number(one.target) }),
    finish: one.finishDay,
  })
  return [
    ...content.acts.map(({ act, count }) => ({
      part: part('acts'),
      subject: text(`planning.summary.acts.${act}`),
      about: '',
      figure: number(count),
      finish: null,
      why: '',
    })),
    ...content.late.map(one => ({
      ...line(one),
      part: part('late'),
      why: [
        text(`planning.board.healths.${one.health}`),
        due(one),
        ...[...one.causes, ...one.obstacles].map(cause => text(`planning.board.causes.${cause}`)),
      ].join(', '),
    })),
    ...content.materials.map(one => ({
      part: part('materials'),
      subject: one.itemCode,
      about: one.itemName,
      figure: `${numberText(decimalText(one.missing), language)} ${one.unitCode}`,
      finish: null,
      why: text('planning.summary.shortOf', {
        required: numberText(decimalText(one.required), language),
        unit: one.unitCode,
        orders: one.workOrders,
      }),
    })),
    ...content.running.map(one => ({
      ...line(one),
      part: part('running'),
      why: `${text(`planning.board.healths.${one.health}`)}, ${due(one)}`,
    })),
    ...content.finished.map(one => ({ ...line(one), part: part('finished'), why: '' })),
  ]
}
