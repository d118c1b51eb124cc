import { wallClock } from '../../shared/core/dates.ts'
import { dayText } from '../../shared/core/day-text.ts'
import type { ReworkCard } from '../../shared/stages/work.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { defineReport, type Report } from '../engines/reports.ts'

/** What goes along with the pieces: how many go back, and room to write what became of them. */
function cardReport(card: ReworkCard): Report {
  return defineReport<ReworkCard>()({
    name: 'reworkCard', permission: 'process.readDailyProduction', titleKey: 'stages.paper.title', descriptionKey: 'stages.paper.title', filters: {},
    columns: [
      { key: 'goods', labelKey: 'stages.fields.article', kind: 'text', width: 56, value: ({ itemName, articleName }) => itemName ?? articleName },
      { key: 'quantity', labelKey: 'stages.fields.openQuantity', kind: 'decimal', width: 30, value: ({ openQuantity }) => openQuantity, places: () => 0 },
      { key: 'cycle', labelKey: 'stages.fields.cycle', kind: 'integer', width: 20, value: ({ cycle }) => cycle },
      { key: 'done', labelKey: 'stages.paper.done', kind: 'text', width: 76, value: () => '' },
    ],
    rows: () => [card],
    signatures: ['stages.paper.work', 'stages.paper.checked'],
    orientation: 'portrait',
  })
}

/** PX-12: the control card on the factory's paper, with its number to scan. */
export function reworkPaper(context: JobContext, card: ReworkCard, language: Language): Promise<Paper> {
  const { timeZone } = context.db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const opened = wallClock(card.createdAt, timeZone)
  return documentOnPaper(context, {
    report: cardReport(card), language, subject: card.number, code: card.number,
    facts: [
      ['stages.fields.workOrderId', card.workOrderNumber], ['stages.fields.sectionId', card.sectionName], ['stages.report.cardColumns.step', card.stepName], ['stages.report.cardColumns.returnStep', card.returnStepName],
      ['stages.fields.defectReasonId', card.defectReasonName], ['stages.fields.openedBy', card.openedByName], ['stages.fields.createdAt', `${dayText(opened.day)} ${opened.time}`],
    ],
  })
}
