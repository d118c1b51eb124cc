import CallSplit from '@mui/icons-material/CallSplitOutlined'
import DoneAll from '@mui/icons-material/DoneAllOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { readOwnCode } from '../../shared/scan/own-code.ts'
import type { AwaitedLine } from '../../shared/purchasing/receipts.ts'
import type { GridStore } from '../components/entry-grid-store.ts'
import { useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { excessesOf, fillRests, putRow, splitRow } from './receive-rows.ts'

/** What is done to the rows besides typing: all that is left at once, a second lot of a line (Alt+L). */
export function ReceiveTools({ store, lines }: { readonly store: GridStore; readonly lines: readonly AwaitedLine[] }): ReactNode {
  const t = useText()
  useKeyHints(splitKeys)
  const split = () => {
    store.act(splitRow)
    document.getElementById(store.gridId)?.focus()
  }
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'KeyL' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    split()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <Button size="small" startIcon={<DoneAll />} onClick={() => store.act(state => fillRests(state, lines))}>{t('purchasing.receiving.all')}</Button>
      <Button size="small" startIcon={<CallSplit />} aria-keyshortcuts="Alt+L" onClick={split}>{t('purchasing.receiving.split')}</Button>
    </>
  )
}

/** Says which lines are too much by their rows together. */
export function RowsExcess({ store, lines }: { readonly store: GridStore; readonly lines: readonly AwaitedLine[] }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const excesses = excessesOf(useStore(store.store), lines)
  if (excesses.length === 0) return null
  return (
    <Alert severity="warning" role="status">
      {excesses.map(({ line, excess }) => <div key={line.id}>{t('purchasing.receiving.rowsMore', { item: line.itemName, quantity: decimal(excess), unit: line.unitCode })}</div>)}
    </Alert>
  )
}

interface Place { readonly id: string; readonly code: string; readonly name: string }

/** A scanned place: of the whole delivery until something was entered, then of the row that is entered. Drawn after the grid, which would not know the code. */
export function PlaceScan({ store, places, onChoose }: { readonly store: GridStore; readonly places: readonly Place[]; onChoose(id: string): void }): null {
  const t = useText()
  useScan(code => {
    const own = readOwnCode(code)
    const wanted = own === undefined ? code : own.kind === 'location' ? own.code : undefined
    const place = places.find(one => one.code.toLowerCase() === wanted?.toLowerCase())
    if (!place) return undefined
    const put = putRow(store.get(), place.id)
    if (put) store.act(() => put)
    else onChoose(place.id)
    return { isKnown: true, text: t('scan.taken', { field: t(put ? 'purchasing.receiving.rowPlace' : 'purchasing.receiving.place'), name: place.name }) }
  })
  return null
}

function splitKeys(t: Translate): KeyHintGroup {
  return { title: t('purchasing.receiving.title'), hints: [{ keys: ['Alt', 'L'], text: t('purchasing.receiving.split') }] }
}
