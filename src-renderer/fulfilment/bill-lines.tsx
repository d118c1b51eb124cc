import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import Undo from '@mui/icons-material/Undo'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import { useFieldArray, useFormContext } from 'react-hook-form'
import { mostLines } from '../../shared/fulfilment/invoice-payload.ts'
import { plainCode } from '../../shared/scan/own-code.ts'
import { FieldRow } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { TextField, TextInput } from '../components/text-field.tsx'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { useUser } from '../core/session.ts'

/** So many can be taken in at once; a bill may have hundreds. */
const shownAtOnce = 20

/** A line as it is entered, in the form it travels in. */
interface Entered {
  barcode: string
  itemCode: string
  name: string
  quantity: number | string
  mrp?: string
  shelfLocation: string
  batchNumber: string
  remarks: string
  /** For this dialog alone: the host adds whatever it does not know. */
  isNew?: true
}
/** Where it stood, so that it goes back there. */
interface TakenOff {
  readonly at: number
  readonly line: Entered
}
interface Bill {
  lines: Entered[]
}
const blank: Entered = { barcode: '', itemCode: '', name: '', quantity: '', mrp: '', shelfLocation: '', batchNumber: '', remarks: '', isNew: true }

/** The lines of a bill to be corrected: those that are looked for, the new ones, and whatever was refused. */
export function BillLines({ known }: { readonly known: number }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const { canSeeCost } = useUser()
  const { control, formState, getValues } = useFormContext<Bill>()
  const { fields: lines, append, insert, remove } = useFieldArray({ control, name: 'lines', keyName: 'key' })
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(shownAtOnce)
  const [takenOff, setTakenOff] = useState<readonly TakenOff[]>([])
  const refused = formState.errors.lines
  const found = lines.flatMap((line, at) => (matches(line, search) ? [at] : []))
  const first = new Set(found.slice(0, most))
  const shown = lines.flatMap((line, at) => (first.has(at) || line.isNew || refused?.[at] ? [at] : []))
  useScan(code => {
    if (!lines.some(line => matches(line, plainCode(code)))) return undefined
    setSearch(plainCode(code))
    return { isKnown: true, text: t('scan.searched', { title: t('fulfilment.fields.lines') }) }
  })
  function takeOff(at: number): void {
    const line = getValues(`lines.${at}`)
    if (!line.isNew) setTakenOff([...takenOff, { at, line }])
    remove(at)
  }
  function putBack(): void {
    const { at, line } = takenOff.at(-1)!
    insert(at, line)
    setTakenOff(takenOff.slice(0, -1))
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {known > shownAtOnce / 2 && <TextInput label={t('fulfilment.billing.bill.find')} value={search} onChange={setSearch} />}
      {found.length === 0 && search !== '' && <Alert severity="info">{t('fulfilment.billing.bill.noneFound')}</Alert>}
      {shown.map(at => (
        <BillLine key={lines[at]!.key} at={at} line={lines[at]!} isAlone={lines.length === 1} onRemove={() => takeOff(at)} />
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {found.length > most && (
          <Button onClick={() => setMost(most + shownAtOnce)}>
            {t('fulfilment.billing.bill.showMore', { shown: integer(most), all: integer(found.length) })}
          </Button>
        )}
        {canSeeCost && (
          <Button startIcon={<Add />} disabled={lines.length >= mostLines} onClick={() => append(blank)}>
            {t('fulfilment.billing.bill.addLine')}
          </Button>
        )}
      </Box>
      {takenOff.length > 0 && (
        <Alert
          severity="info"
          action={
            <Button size="small" startIcon={<Undo />} onClick={putBack}>
              {t('fulfilment.billing.bill.putBack')}
            </Button>
          }
        >
          {t('fulfilment.billing.bill.takenOff', { count: takenOff.length })} {takenOff.map(({ line }) => line.name).join(', ')}
        </Alert>
      )}
    </Box>
  )
}

function matches({ itemCode, barcode, name }: Entered, search: string): boolean {
  const text = `${itemCode} ${barcode} ${name}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

interface LineProps {
  readonly at: number
  readonly line: Entered
  readonly isAlone: boolean
  onRemove(): void
}

/** What a line is stays, so that it is the same one on the bill; only a new one says what it is. */
function BillLine({ at, line, isAlone, onRemove }: LineProps): ReactNode {
  const t = useText()
  const { currency } = useFactory()
  const { canSeeCost } = useUser()
  const name = (field: string) => `lines.${at}.${field}`
  const removeLabel = t('fulfilment.billing.bill.removeLine', { line: line.isNew ? at + 1 : line.name })
  return (
    <Box role="group" aria-label={line.isNew ? t('fulfilment.billing.bill.newLine') : line.name} sx={look}>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {line.isNew ? (
          <FieldRow>
            <TextField name={name('itemCode')} label={t('fulfilment.fields.itemCode')} isRequired autoFocus />
            <TextField name={name('name')} label={t('fulfilment.fields.name')} isRequired />
            <TextField name={name('barcode')} label={t('fulfilment.fields.barcode')} />
          </FieldRow>
        ) : (
          <span>
            <b>{line.itemCode}</b> {line.name}
            {line.barcode !== '' && <small> · {line.barcode}</small>}
          </span>
        )}
        <FieldRow>
          <IntegerField name={name('quantity')} label={t('fulfilment.fields.quantity')} isRequired />
          {canSeeCost && <DecimalField name={name('mrp')} label={t('fulfilment.fields.mrp')} unit={currency} isRequired />}
          <TextField name={name('shelfLocation')} label={t('fulfilment.fields.shelfLocation')} />
          <TextField name={name('batchNumber')} label={t('fulfilment.fields.batchNumber')} />
          <TextField name={name('remarks')} label={t('fulfilment.fields.remarks')} />
        </FieldRow>
      </Box>
      <Tooltip title={removeLabel}>
        <span>
          <IconButton aria-label={removeLabel} disabled={isAlone} onClick={onRemove}>
            <Delete />
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  )
}

const look = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  gap: 1,
  alignItems: 'start',
  borderBottom: 1,
  borderColor: 'divider',
  pb: 1.5,
} as const
