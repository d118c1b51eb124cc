import Circle from '@mui/icons-material/Circle'
import Check from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Hourglass from '@mui/icons-material/HourglassTopOutlined'
import Lock from '@mui/icons-material/LockOutlined'
import Article from '@mui/icons-material/ArticleOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import { useMemo } from 'react'
import { z } from 'zod'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { Colour } from '../../shared/planning/rules.ts'
import { mostDayRows, type CalendarRow } from '../../shared/production/daily.ts'
import type { CellMark, EntryGridDefinition, GridColumn, GridRecord } from '../components/entry-grid-definition.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { useLanguage, useText, type Translate } from '../core/i18n.ts'
import { dayHeading, daysOfMonth } from './month.ts'

/** A day of the month and what was good on it; empty where nothing is entered. */
export type MonthLine = Readonly<Record<string, number | null>>

interface Tools { readonly t: Translate; readonly formats: Formats; readonly mayEnter: boolean }
export interface Shown { readonly sectionId: string; readonly month: string }

/** Work orders below each other, the days of a month side by side. */
export function useCalendarDefinition({ sectionId, month }: Shown, mayEnter: boolean): EntryGridDefinition<MonthLine, CalendarRow> {
  const t = useText()
  const formats = useFormats()
  const [language] = useLanguage()
  const today = formats.today()
  return useMemo(() => {
    const days = daysOfMonth(month)
    const tools = { t, formats, mayEnter }
    return {
      name: 'production.calendar', subject: `${sectionId}/${month}`, title: t('production.calendar.title'), maximumRows: mostDayRows, pinsFirst: true,
      schema: z.object(Object.fromEntries(days.map(day => [day, z.int().min(0).max(1_000_000).nullable()]))),
      columns: [...factColumns(tools), ...days.map(day => dayColumn(tools, day, day === today ? `${dayHeading(day, language)} •` : dayHeading(day, language), today))],
    }
  }, [t, formats, language, sectionId, month, mayEnter, today])
}

type Column = GridColumn<MonthLine, CalendarRow>

/** What stays in sight beside the days: how far it is, and which one it is; then its figures. */
function factColumns({ t, formats: { decimal } }: Tools): Column[] {
  return [
    {
      kind: 'computed', name: 'workOrder', label: t('production.calendar.workOrder'), width: 330,
      text: ({ data }) => (data ? `${decimal(data.percent)}% · ${data.number} · ${data.itemName ?? data.articleName}` : ''),
      mark({ data }) {
        if (data?.isLocked) return markOf(t, 'locked', 'neutral', Lock)
        return data?.colour ? colourMarks(t)[data.colour] : undefined
      },
    },
    { kind: 'computed', name: 'target', label: t('production.calendar.target'), width: 74, isNumber: true, text: ({ data }) => (data ? decimal(data.targetQuantity) : '') },
    { kind: 'computed', name: 'made', label: t('production.calendar.made'), width: 74, isNumber: true, text: ({ data }) => (data ? decimal(data.goodQuantity) : '') },
  ]
}

/** PL-16: never by the colour alone. */
function colourMarks(t: Translate): Readonly<Record<Colour, CellMark>> {
  return {
    GREEN: markOf(t, 'GREEN', 'good', Check), YELLOW: markOf(t, 'YELLOW', 'warning', Circle), ORANGE: markOf(t, 'ORANGE', 'orange', Warning), RED: markOf(t, 'RED', 'bad', ErrorOutline),
  }
}

function dayColumn({ t, formats, mayEnter }: Tools, day: string, label: string, today: string): Column {
  const dayIn = (data: CalendarRow | undefined) => data?.days.find(entry => entry.day === day)
  return {
    kind: 'integer', name: day, label, width: 92,
    isReadOnly: ({ data }) => !mayEnter || day > today || data === undefined || data.isLocked || data.waiting.some(one => one.day === day) || dayIn(data)?.status === 'CONFIRMED',
    unit({ data }) {
      const rejects = dayIn(data)?.rejectQuantity
      return rejects !== undefined && isPositive(rejects) ? `−${formats.decimal(rejects)}` : undefined
    },
    mark: ({ data }) => dayMark(t, formats, data, day),
  }
}

function dayMark(t: Translate, { decimal }: Formats, data: CalendarRow | undefined, day: string): CellMark | undefined {
  const waiting = data?.waiting.find(one => one.day === day)
  const entry = data?.days.find(one => one.day === day)
  if (waiting?.isRemoval) return { tone: 'waiting', icon: Hourglass, words: t('production.calendar.marks.removal', { number: waiting.number }) }
  if (waiting) {
    const good = decimal(waiting.goodQuantity)
    return { tone: 'waiting', icon: Hourglass, words: t('production.calendar.marks.waiting', { number: waiting.number, good }), text: good }
  }
  if (entry?.isFromPaper) return markOf(t, 'paper', 'neutral', Article)
  if (entry?.isLate) return markOf(t, 'late', 'warning', History)
  return entry?.status === 'CONFIRMED' ? markOf(t, 'confirmed', 'good', Check) : undefined
}

type MarkName = 'locked' | 'paper' | 'late' | 'confirmed' | Colour

function markOf(t: Translate, name: MarkName, tone: CellMark['tone'], icon: CellMark['icon']): CellMark {
  return { tone, icon, words: t(`production.calendar.marks.${name}`) }
}

/** A work order as a row of the grid. */
export function recordOf(row: CalendarRow, month: string): GridRecord<MonthLine, CalendarRow> {
  const good = new Map(row.days.map(({ day, goodQuantity }) => [day, Number(decimalText(goodQuantity))]))
  return { id: row.workOrderId, data: row, line: Object.fromEntries(daysOfMonth(month).map(day => [day, good.get(day) ?? null])) }
}
