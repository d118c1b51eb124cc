import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { create } from 'zustand'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { BoxLabelKind } from '../../shared/fulfilment/papers.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { asAppError, errorText } from '../core/error-text.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone, showNotice } from '../core/toasts.ts'
import { useIsTraining } from '../core/training.ts'

const keptAt = 'lantai.floor.printer'
/** Which printer stands at this desk, so that labels come out of it by themselves; none as long as nobody has chosen one. */
const useKept = create<{ readonly id: string | null }>(() => ({ id: localStorage.getItem(keptAt) }))

function keep(id: string | null): void {
  if (id === null) localStorage.removeItem(keptAt)
  else localStorage.setItem(keptAt, id)
  useKept.setState({ id })
}

/** The printers in use; a training copy prints on none. */
function usePrinters() {
  const isTraining = useIsTraining()
  return useLive(useApi().masters.findLabelPrinters, { pageSize: 50 }, { enabled: !isTraining }).data?.rows ?? []
}

/** Prints labels at this desk without being asked: nobody waits for it, and what was done stays done where the printer does not answer. */
export function useDeskLabels(): (invoice: Pick<Invoice, 'id' | 'number'>, kind: BoxLabelKind) => void {
  const t = useText()
  const { fulfilment } = useApi()
  const [language] = useLanguage()
  const { id: kept } = useKept()
  const printer = usePrinters().find(({ id }) => id === kept)
  return ({ id: invoiceId, number }, kind) => {
    if (printer === undefined) return
    fulfilment.printBoxLabels({ invoiceId, kind, printerId: printer.id, language }).then(
      () => showDone(t('floor.printer.printed', { number, printer: printer.name })),
      (error: unknown) => showNotice(t('floor.printer.failed', { number, reason: errorText(asAppError(error)) })),
    )
  }
}

/** Says where labels come out, and lets it be chosen; nothing where the factory has no label printer. */
export function DeskPrinterButton(): ReactNode {
  const t = useText()
  const { id } = useKept()
  const printers = usePrinters()
  const [isOpen, setOpen] = useState(false)
  if (printers.length === 0) return null
  const printer = printers.find(one => one.id === id)
  return (
    <>
      <Button startIcon={<Print />} color={printer ? 'primary' : 'inherit'} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {printer ? t('floor.printer.prints', { printer: printer.name }) : t('floor.printer.none')}
      </Button>
      {isOpen && <PrinterDialog printers={printers} printer={printer?.id ?? null} onClose={() => setOpen(false)} />}
    </>
  )
}

interface DialogProps {
  readonly printers: ReturnType<typeof usePrinters>
  readonly printer: string | null
  onClose(): void
}

function PrinterDialog({ printers, printer, onClose }: DialogProps): ReactNode {
  const t = useText()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('floor.printer.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        <Typography>{t('floor.printer.hint')}</Typography>
        <SelectInput
          label={t('floor.printer.choose')}
          value={printer}
          noneLabel={t('floor.printer.nothing')}
          options={printers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={keep}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {t('buttons.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
