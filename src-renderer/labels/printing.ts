import type { AppError } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import type { LabelWishes } from '../core/labels.ts'
import { showDone } from '../core/toasts.ts'

export interface Printing {
  /** What the printer took before it broke off. */
  readonly sent: number
  readonly isRunning: boolean
  readonly progress: Progress | undefined
  readonly error: AppError | undefined
  cancel(): void
  send(printerId: string, labels: LabelWishes): Promise<void>
  makeSheet(labels: LabelWishes): Promise<void>
}

/** Both ways out for labels: a printer, and a PDF. What a printer took already is not sent again. */
export function usePrinting(onDone: () => void): Printing {
  const t = useText()
  const api = useApi()
  const [language] = useLanguage()
  const { download } = useTransport()
  const printer = useJob(api.labels.printLabels)
  const sheet = useJob(api.labels.makeLabelSheet)
  const sent = printer.error?.code === 'printer-broke-off' ? Number(printer.error.params.sent) : 0
  return {
    sent,
    isRunning: printer.isRunning || sheet.isRunning,
    progress: printer.progress ?? sheet.progress,
    error: printer.error ?? sheet.error,
    cancel() {
      printer.cancel()
      sheet.cancel()
    },
    async send(printerId, labels) {
      const done = await printer.run({ printerId, labels, language, skip: sent })
      if (!done) return
      showDone(t('labels.done', { count: done.printed, printer: done.printer }))
      onDone()
    },
    async makeSheet(labels) {
      printer.reset()
      const file = await sheet.run({ labels, language })
      if (!file) return
      download(file)
      showDone(t('labels.ready', { name: file.name }))
      onDone()
    },
  }
}
