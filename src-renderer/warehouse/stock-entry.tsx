import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useRef, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { FormDialog } from '../components/form-dialog.tsx'
import { formKeys, useKeyHints } from '../components/key-hints.tsx'
import { useText } from '../core/i18n.ts'
import type { EntryStart, StockAct } from './stock-acts.ts'

export interface StockEntryProps<S extends z.ZodType> {
  readonly act: StockAct
  readonly start: EntryStart
  readonly schema: S
  readonly values: Partial<z.input<S>>
  /** What the next entry of a row takes over from the one before: its place, its note. */
  readonly kept: readonly (keyof z.input<S> & string)[]
  save(input: z.input<S>): Promise<unknown>
  onClose(): void
  /** The fields; told whether the item stands already, so that the next field gets the focus. */
  children(isItemGiven: boolean): ReactNode
}

const repeatKey = 'lantai.warehouse.repeat'

/** The dialog around every stock entry. Whoever has a whole delivery to enter ticks "isi lagi" and goes on with the next item. */
export function StockEntry<S extends z.ZodType>({ act, start, values, kept, save, onClose, children, schema }: StockEntryProps<S>): ReactNode {
  const t = useText()
  useKeyHints(formKeys)
  const [round, setRound] = useState({ number: 0, values })
  const [isRepeating, setRepeating] = useState(() => start.item === undefined && localStorage.getItem(repeatKey) === 'yes')
  const saved = useRef<Partial<z.input<S>>>(undefined)
  const repeat = (isWanted: boolean) => {
    localStorage.setItem(repeatKey, isWanted ? 'yes' : 'no')
    setRepeating(isWanted)
  }
  const close = () => {
    const input = saved.current
    saved.current = undefined
    if (!isRepeating || input === undefined) return onClose()
    setRound({ number: round.number + 1, values: pick(input, kept) })
  }
  return (
    <FormDialog
      key={round.number}
      title={t(`warehouse.entry.${act}`)}
      subtitle={t(`warehouse.entry.${act}Hint`)}
      saveLabel={t(`warehouse.entry.${act}Save`)}
      schema={schema}
      values={round.values}
      onClose={close}
      save={async input => {
        await save(input)
        saved.current = input
      }}
      extraActions={
        start.item === undefined && (
          <FormControlLabel
            label={t('warehouse.entry.repeat')}
            sx={{ ml: -1, mr: 1, whiteSpace: 'nowrap' }}
            control={<Checkbox size="small" checked={isRepeating} onChange={event => repeat(event.target.checked)} />}
          />
        )
      }
    >
      {children(round.number === 0 && start.item !== undefined)}
    </FormDialog>
  )
}

function pick<Values extends object>(values: Values, names: readonly (keyof Values)[]): Partial<Values> {
  return Object.fromEntries(names.map(name => [name, values[name]])) as Partial<Values>
}
