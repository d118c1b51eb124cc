import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { compareDecimals, decimalText, isNegative, isPositive, isZero, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { useFormField } from '../components/form-field.ts'
import { DecimalInput } from '../components/number-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useAnnounceMove } from './announce-move.ts'
import { useEntryItem, useEntryValue, type ItemStock } from './entry-item.ts'
import { countingReasons, postAt } from './entry-errors.ts'
import { ItemField } from './item-field.tsx'
import { PlaceField } from './place-field.tsx'
import { readQuantity, useQuantityTexts } from './quantities.ts'
import { useStockAt, useUnitProblem } from './quantity-field.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'

/** What the books said of an item at a place when its counting began: what the count is held against. */
interface Book {
  readonly of: string
  readonly itemName: string
  readonly onHand: Decimal
}

export function AdjustDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  const asksFirst = !useMay()('warehouse.update')
  const [book, setBook] = useState<Book>()
  const { input: schema } = api.warehouse.adjustStock.procedure
  return (
    <StockEntry
      act="adjust"
      start={start}
      onClose={onClose}
      schema={schema.omit({ expected: true })}
      kept={['locationId', 'reason']}
      values={{ itemId: start.item?.id, locationId: start.locationId, reason: '' }}
      save={async input => {
        const expected = decimalText(book?.onHand ?? zero)
        const { move, request } = asksFirst
          ? await postAt('counted', countingReasons, api.warehouse.requestAdjustment({ ...input, expected }))
          : { move: await postAt('counted', countingReasons, api.warehouse.adjustStock({ ...input, expected })), request: null }
        if (request) return showDone(t('warehouse.done.asked', { number: request.number }))
        if (move) announce({ act: 'adjust', move, placeId: input.locationId, quantity: readQuantity(String(input.counted)) ?? zero })
        else showDone(t('warehouse.done.agrees', { item: book?.itemName ?? '' }))
      }}
    >
      {isItemGiven => (
        <>
          {asksFirst && <Alert severity="info">{t('warehouse.entry.asksFirst')}</Alert>}
          <ItemField known={start.item} autoFocus={!isItemGiven} />
          <PlaceField name="locationId" label={t('warehouse.entry.atPlace')} autoFocus={isItemGiven && start.locationId === undefined} />
          <Count book={book} onBook={setBook} autoFocus={isItemGiven && start.locationId !== undefined} />
          <TextField name="reason" label={t('warehouse.fields.reason')} placeholder={t('warehouse.entry.reasonHint')} isRequired />
        </>
      )}
    </StockEntry>
  )
}

interface CountProps {
  readonly book: Book | undefined
  readonly autoFocus: boolean
  onBook(book: Book): void
}

/** By the books, counted, and what lies between them, before anything is posted. */
function Count({ book, onBook, autoFocus }: CountProps): ReactNode {
  const t = useText()
  const { full, signed } = useQuantityTexts()
  const item = useEntryItem()
  const stock = useStockAt(item, 'locationId')
  const counted = readQuantity(useEntryValue('counted'))
  const of = `${item?.itemId} ${useEntryValue('locationId')}`
  const { clearErrors } = useFormContext()
  const begin = () => item && stock && onBook({ of, itemName: item.itemName, onHand: stock.onHand })
  const beginAgain = () => {
    clearErrors('counted')
    begin()
  }
  const isBegun = book?.of === of
  useEffect(() => {
    if (!isBegun) begin()
  })
  const shown = isBegun && item ? book : undefined
  const difference = shown && counted !== undefined ? subtractDecimals(counted, shown.onHand) : undefined
  const hasMoved = shown !== undefined && stock !== undefined && stock.onHand !== shown.onHand

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: '1fr 1fr', sm: '1fr 1.2fr 1fr' } }}>
        <Figure label={t('warehouse.entry.book')} text={shown && item ? full(shown.onHand, item) : '—'} />
        <CountedInput item={item} reserved={stock?.reserved ?? zero} autoFocus={autoFocus} />
        <Figure
          label={t('warehouse.entry.difference')}
          text={difference !== undefined && item ? `${signed(difference, item)}\u00a0${item.unitCode}` : '—'}
          color={differenceColor(difference)}
        />
      </Box>
      {difference !== undefined && isZero(difference) && !hasMoved && <Alert severity="success">{t('warehouse.entry.agrees')}</Alert>}
      {hasMoved && item && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={beginAgain}>
              {t('warehouse.entry.useNew')}
            </Button>
          }
        >
          {t('warehouse.entry.moved', { before: full(shown.onHand, item), after: full(stock.onHand, item) })}
        </Alert>
      )}
    </Box>
  )
}

function CountedInput({
  item,
  reserved,
  autoFocus,
}: {
  readonly item: ItemStock | undefined
  readonly reserved: Decimal
  readonly autoFocus: boolean
}): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const label = t('warehouse.entry.counted')
  const { value, error, ...field } = useFormField({ name: 'counted', label }, shown =>
    item ? full(readQuantity(shown) ?? zero, item) : String(shown),
  )
  const counted = readQuantity(value)
  const unitProblem = useUnitProblem(item, 'counted')
  const isBelow = item !== undefined && counted !== undefined && isPositive(reserved) && compareDecimals(counted, reserved) < 0
  const problem = isBelow ? t('warehouse.entry.reservedBelow', { quantity: full(reserved, item) }) : unitProblem
  return (
    <DecimalInput
      {...field}
      label={label}
      value={typeof value === 'string' ? value : null}
      isRequired
      autoFocus={autoFocus}
      unit={item?.unitCode}
      error={error ?? problem}
      hint={isPositive(reserved) ? t('warehouse.entry.countedHint') : undefined}
    />
  )
}

function Figure({ label, text, color = 'text.primary' }: { readonly label: string; readonly text: string; readonly color?: string }): ReactNode {
  return (
    <Box>
      <Typography variant="caption" component="div" sx={{ fontWeight: 550, color: 'text.secondary', mb: 0.5 }}>
        {label}
      </Typography>
      <Typography
        component="output"
        sx={{ display: 'block', lineHeight: '36px', fontSize: '1.0625rem', fontWeight: 650, color, fontVariantNumeric: 'tabular-nums' }}
      >
        {text}
      </Typography>
    </Box>
  )
}

function differenceColor(difference: Decimal | undefined): string {
  if (difference === undefined || isZero(difference)) return 'text.primary'
  return isNegative(difference) ? 'error.main' : 'success.main'
}
