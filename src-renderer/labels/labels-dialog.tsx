import Pdf from '@mui/icons-material/PictureAsPdfOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { mostLabels } from '../../shared/labels/rules.ts'
import { DecimalInput, IntegerInput } from '../components/number-field.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useLabelSubject, type LabelKind, type LabelSubject, type LabelWishes } from '../core/labels.ts'
import { useScan } from '../core/scans.ts'
import { usePrinters } from './printers.ts'
import { usePrinting, type Printing } from './printing.ts'

/** Stands in the frame: whoever asks for labels, the dialog is this one. */
export function LabelsDialog(): ReactNode {
  const { subject } = useLabelSubject()
  return subject && <PrintLabels key={subject.id} subject={subject} onClose={() => useLabelSubject.setState({ subject: undefined })} />
}

function PrintLabels({ subject, onClose }: { readonly subject: LabelSubject; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { kinds } = subject
  const [kind, setKind] = useState<LabelKind>(kinds[0])
  const [copies, setCopies] = useState<number | string | null>(1)
  const [quantity, setQuantity] = useState<string | null>(subject.quantity ?? null)
  const { printers, chosen, choose } = usePrinters()
  const printing = usePrinting(onClose)
  const copiesField = useFocusAtLast()
  // A scan must not lead away from what is being asked.
  useScan(() => ({ isKnown: false, text: t('scan.notHere') }))
  const isCounted = subject.wishes !== undefined || (typeof copies === 'number' && Number.isInteger(copies) && copies >= 1 && copies <= mostLabels)
  const asksQuantity = kind === 'lot' || kind === 'item'
  const isReady = isCounted && !printing.isRunning
  const send = () => {
    if (!isReady) return
    const wishes: LabelWishes = subject.wishes ?? [{ kind, id: subject.id, copies: Number(copies), ...(asksQuantity && quantity !== null && quantity !== '' && { quantity }) }]
    void (chosen === null ? printing.makeSheet(wishes) : printing.send(chosen, wishes))
  }
  return (
    <Dialog open onClose={() => printing.isRunning || onClose()} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId} component="div">
        <Typography component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {t('labels.printOf', { name: subject.name })}
        </Typography>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }} onKeyDown={event => event.key === 'Enter' && send()}>
        {kinds.length > 1 && (
          <SelectInput
            label={t('labels.what')}
            value={kind}
            onChange={value => setKind(kinds.find(one => one === value) ?? kinds[0])}
            options={kinds.map(value => ({ value, label: t(`labels.kinds.${value}`) }))}
          />
        )}
        {subject.wishes === undefined ? (
          <IntegerInput
            label={t('labels.copies')}
            value={copies}
            onChange={setCopies}
            isRequired
            inputRef={copiesField}
            error={isCounted ? undefined : t('labels.copiesHint', { maximum: mostLabels })}
          />
        ) : <Typography sx={{ color: 'text.secondary' }}>{t('labels.each', { count: subject.wishes.length })}</Typography>}
        {asksQuantity && (
          <DecimalInput label={t('labels.quantity')} value={quantity} onChange={setQuantity} unit={subject.unit} hint={t('labels.quantityHint')} />
        )}
        {printers.length > 0 ? (
          <SelectInput
            label={t('labels.printer')}
            value={chosen}
            onChange={choose}
            noneLabel={t('labels.sheetOption')}
            options={printers.map(({ id, name }) => ({ value: id, label: name }))}
            hint={chosen === null ? t('labels.sheetHint') : undefined}
          />
        ) : (
          <Alert severity="info">{t('labels.noPrinters')}</Alert>
        )}
        {printing.error && <Alert severity="error">{errorText(printing.error)}</Alert>}
        {printing.isRunning && <LabelProgress printing={printing} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={printing.isRunning ? printing.cancel : onClose}>{t('buttons.cancel')}</Button>
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" startIcon={chosen === null ? <Pdf /> : <Print />} disabled={!isCounted} loading={printing.isRunning} onClick={send}>
          {chosen === null ? t('labels.sheet') : <SendWord printing={printing} copies={subject.wishes?.length ?? Number(copies)} />}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The form that asked for labels closes at the same time, and gives the focus back to what had it before. */
function useFocusAtLast(): (element: HTMLElement | null) => void {
  const field = useRef<HTMLElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => field.current?.focus(), 80)
    return () => clearTimeout(timer)
  }, [])
  return element => {
    field.current = element
  }
}

function SendWord({ printing: { sent, error }, copies }: { readonly printing: Printing; readonly copies: number }): ReactNode {
  const t = useText()
  if (sent > 0) return t('labels.rest', { count: copies - sent })
  return error ? t('labels.again') : t('labels.send')
}

function LabelProgress({ printing: { progress } }: { readonly printing: Printing }): ReactNode {
  const t = useText()
  const { done, total } = progress ?? { done: 0, total: 0 }
  return (
    <Box aria-live="polite" sx={{ display: 'grid', gap: 0.5, fontSize: '0.875rem', color: 'text.secondary' }}>
      <LinearProgress
        aria-label={t('labels.printing')}
        variant={total > 0 ? 'determinate' : 'indeterminate'}
        value={total > 0 ? (done / total) * 100 : undefined}
        sx={{ height: 8, borderRadius: 4 }}
      />
      {total > 0 ? t('labels.progress', { done, total }) : t('jobs.working')}
    </Box>
  )
}
