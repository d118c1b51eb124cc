import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Alert from '@mui/material/Alert'
import { useId, useState, type ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { boxLabelKinds, invoicePapers, type BoxLabelKind, type InvoicePaper } from '../../shared/fulfilment/papers.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useIsTraining } from '../core/training.ts'

type Printed = InvoicePaper | BoxLabelKind | 'addressPage'
/** The printer that stands at this desk; the same that other labels go to. */
const keptPrinter = 'lantai.labels.printer'
const asPdf = 'pdf'

interface PapersProps {
  readonly invoice: Pick<InvoiceDetail, 'id' | 'number'>
  readonly hasCourier?: boolean
  /** What is most likely wanted here. */
  readonly first?: Printed
}

/** Whether a courier has it, or is to have it: then there is something for them to sign. */
export function hasCourier({ delivery }: Pick<InvoiceDetail, 'delivery'>): boolean {
  return delivery.some(({ kind, status }) => kind === 'COURIER' && status !== 'CANCELLED')
}

/** Labels for the boxes and the papers that go with them. */
export function PapersButton(props: PapersProps): ReactNode {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="outlined" startIcon={<Print />} onClick={() => setOpen(true)}>
        {t('floor.papers.print')}
      </Button>
      {isOpen && <PapersDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

export function PapersDialog({
  invoice: { id: invoiceId, number },
  hasCourier: isByCourier = false,
  first,
  onClose,
}: PapersProps & { onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const mayLabel = useMay()('fulfilment.execute')
  const kinds: readonly Printed[] = [
    ...(mayLabel ? boxLabelKinds : []),
    'addressPage',
    ...invoicePapers.filter(paper => paper !== 'courierSlip' || isByCourier),
  ]
  const [what, setWhat] = useState<Printed>(kinds.find(kind => kind === first) ?? kinds[0] ?? 'addressPage')
  const isLabel = boxLabelKinds.some(kind => kind === what)
  const { printers, printer, choose } = useLabelPrinters(isLabel)
  const { run, isRunning, error } = usePapers(onClose)
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('floor.papers.title', { number })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        <SelectInput
          label={t('floor.papers.what')}
          value={what}
          options={kinds.map(value => ({ value, label: t(`floor.papers.${value}`) }))}
          onChange={next => setWhat(kinds.find(kind => kind === next) ?? what)}
        />
        {isLabel && printers.length > 0 && (
          <SelectInput
            label={t('labels.printer')}
            value={printer}
            noneLabel={t('labels.sheetOption')}
            options={printers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={choose}
          />
        )}
        {error && <Alert severity="error">{errorText(error)}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" startIcon={<Print />} loading={isRunning} onClick={() => void run(invoiceId, what, isLabel ? printer : null)}>
          {t('floor.papers.print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The printers in use; a training copy prints on none. */
function useLabelPrinters(isWanted: boolean) {
  const isTraining = useIsTraining()
  const printers = useLive(useApi().masters.findLabelPrinters, { pageSize: 50 }, { enabled: isWanted && !isTraining }).data?.rows ?? []
  const [kept, setKept] = useState(() => localStorage.getItem(keptPrinter))
  return {
    printers,
    printer: kept === asPdf ? null : ((printers.find(({ id }) => id === kept) ?? printers[0])?.id ?? null),
    choose(id: string | null) {
      localStorage.setItem(keptPrinter, id ?? asPdf)
      setKept(id ?? asPdf)
    },
  }
}

function usePapers(onDone: () => void) {
  const t = useText()
  const { fulfilment } = useApi()
  const [language] = useLanguage()
  const transport = useTransport()
  const address = useJob(fulfilment.printAddress)
  const paper = useJob(fulfilment.printInvoicePaper)
  const labels = useJob(fulfilment.printBoxLabels)
  const sheet = useJob(fulfilment.makeBoxLabelSheet)
  const jobs = [address, paper, labels, sheet]
  /** What a printer took before it broke off need not be sent again. */
  const skip = labels.error?.code === 'printer-broke-off' ? Number(labels.error.params.sent) : 0
  async function run(invoiceId: string, what: Printed, printerId: string | null): Promise<void> {
    const label = boxLabelKinds.find(kind => kind === what)
    if (label !== undefined && printerId !== null) {
      const done = await labels.run({ invoiceId, kind: label, printerId, skip, language })
      if (!done) return
      showDone(t('labels.done', { count: done.printed, printer: done.printer }))
      return onDone()
    }
    const file = await fileOf(invoiceId, what)
    if (!file) return
    transport.print(file)
    onDone()
  }
  function fileOf(invoiceId: string, what: Printed) {
    const label = boxLabelKinds.find(kind => kind === what)
    if (label !== undefined) return sheet.run({ invoiceId, kind: label, language })
    const named = invoicePapers.find(one => one === what)
    return named === undefined ? address.run({ invoiceId, language }) : paper.run({ invoiceId, paper: named, language })
  }
  return { run, isRunning: jobs.some(({ isRunning }) => isRunning), error: jobs.find(({ error }) => error !== undefined)?.error }
}
