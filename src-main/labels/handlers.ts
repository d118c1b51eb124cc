import { rm } from 'node:fs/promises'
import { wallClock } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { labels } from '../../shared/labels/contract.ts'
import { afterLabels, labelCount } from '../../shared/labels/rules.ts'
import { labelWriters } from '../../shared/labels/writers.ts'
import type { Handlers } from '../core/handlers.ts'
import { textOf } from '../engines/reports-text.ts'
import { stampOf } from '../engines/stamp.ts'
import { factoryOf } from '../reports/factory.ts'
import { contentsOf } from './contents.ts'
import { sendToPrinter } from './printer.ts'
import { writeLabelSheet } from './sheet.ts'

export const labelsHandlers: Handlers<typeof labels> = {
  async printLabels({ db, scope, session, progress }, { labels: wishes, printerId, skip, language = session.language }) {
    scope.everyone()
    const printer = db.get('labelPrinter', printerId)
    if (!printer.isActive) throw new AppError('inactive', { entity: 'labelPrinter', id: printer.id, code: printer.code })
    const form = { dpi: Number(printer.dpi), width: printer.labelWidth, height: printer.labelHeight }
    const write = labelWriters[printer.language]
    const rest = afterLabels(wishes, skip)
    const total = labelCount(wishes)
    progress('printing', skip, total)
    const pieces = rest.map(wish => ({ text: write(contentsOf(db, wish, language), form, wish.copies), count: wish.copies }))
    await sendToPrinter(printer, pieces, sent => progress('printing', skip + sent, total))
    return { printed: labelCount(rest), printer: printer.name }
  },

  async makeLabelSheet(context, { labels: wishes, language = context.session.language }) {
    const { db, scope, session, clock, progress, createFile, offer } = context
    scope.everyone()
    const total = labelCount(wishes)
    progress('rendering', 0, total)
    const contents = wishes.flatMap(wish => Array.from({ length: wish.copies }, () => contentsOf(db, wish, language)))
    const { name: factory, timeZone } = factoryOf(db)
    const madeAt = clock.now()
    const { day, time } = wallClock(madeAt, timeZone)
    const file = await createFile(`${textOf(language, 'labels.file')}_${`${day}_${time}`.replace(/[-:]/g, '')}.pdf`, 'application/pdf')
    try {
      const info = { title: textOf(language, 'labels.title'), author: session.fullName || factory, createdAt: madeAt, language }
      await writeLabelSheet(contents, info, stampOf(db), file.path)
      progress('rendering', total, total)
      return { ...(await offer(file)), count: total }
    } catch (error) {
      await rm(file.path, { force: true })
      throw error
    }
  },
}
