import CheckCircle from '@mui/icons-material/CheckCircle'
import HourglassBottom from '@mui/icons-material/HourglassBottomOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useQueries } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { features } from '../../shared/features/settings.ts'
import { countOf, inShelfOrder, tickedCounts } from '../../shared/fulfilment/counting.ts'
import type { Invoice, InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { live, useCommand } from '../core/live.ts'
import { useSetting } from '../core/setting.ts'
import { pickingWork } from './floor-counting.ts'
import { useDeskLabels } from './floor-desk-printer.tsx'
import { forgetWork, useFloorStore } from './floor-store.ts'
import type { FloorWorker } from './floor-worker.tsx'

interface RoundProps {
  readonly invoices: readonly Invoice[]
  readonly currentId: string
  readonly worker: FloorWorker
  onChosen(id: string): void
  onRefused(results: readonly EachInvoice[]): void
}
/** How far an invoice of the round is, in pieces. */
interface Basket {
  readonly id: string
  readonly number: string
  /** Under which its counts are kept at this desk. */
  readonly work: string
  readonly done: number
  readonly pieces: number
}

/** IF-5: the invoices of a round and how far each is; what is whole is completed together, what lacks something stays in hand. */
export function Round({ invoices, currentId, worker: { proof, isProved }, onChosen, onRefused }: RoundProps): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const hasRounds = useSetting(features.bulkPicking)
  const labels = useDeskLabels()
  const baskets = useBaskets(invoices)
  const whole = baskets.filter(({ done, pieces }) => done === pieces)
  const [isAsking, setAsking] = useState(false)
  const complete = useCommand(fulfilment.completeRound, {
    done: each => t('floor.pick.roundDone', { count: each.filter(({ error }) => error === null).length }),
    onSuccess(each) {
      setAsking(false)
      for (const { invoiceId: id, number, error } of each) {
        if (error !== null) continue
        const basket = baskets.find(one => one.id === id)
        if (basket) forgetWork(basket.work)
        labels({ id, number }, 'basket')
      }
      if (each.some(({ error }) => error !== null)) onRefused(each)
    },
  })
  const finish = () => complete.mutate({ invoiceIds: whole.map(({ id }) => id), ...proof })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Tabs
        value={currentId}
        onChange={(_event, id: string) => onChosen(id)}
        variant="scrollable"
        aria-label={t('floor.pick.round')}
        sx={{ flex: '1 1 320px', minWidth: 0 }}
      >
        {invoices.map(({ id, number }) => (
          <Tab key={id} value={id} label={<TabWords number={number} basket={baskets.find(one => one.id === id)} />} />
        ))}
      </Tabs>
      {hasRounds && (
        <Button
          variant="contained"
          disabled={!isProved || whole.length === 0}
          loading={complete.isPending}
          onClick={() => (whole.length === invoices.length ? finish() : setAsking(true))}
        >
          {t('floor.pick.completeRound')}
        </Button>
      )}
      {isAsking && <LeftDialog baskets={baskets} isRunning={complete.isPending} onConfirm={finish} onClose={() => setAsking(false)} />}
    </Box>
  )
}

/** As it is counted at this desk, else as far as the host knows. */
function useBaskets(invoices: readonly Invoice[]): readonly Basket[] {
  const { fulfilment } = useApi()
  const counts = useFloorStore(state => state.counts)
  const answers = useQueries({ queries: invoices.map(({ id }) => live(fulfilment.getInvoice, { id })) })
  return answers.flatMap(({ data }) => {
    const session = data?.picking.find(({ status }) => status === 'PREPARING')
    return data && session
      ? [basketOf(data, pickingWork(session), counts[pickingWork(session)] ?? tickedCounts(data.lines, session.selectedLines))]
      : []
  })
}

function basketOf({ id, number, lines }: InvoiceDetail, work: string, counts: Parameters<typeof countOf>[0]): Basket {
  const goods = inShelfOrder(lines)
  const sum = (of: (line: (typeof goods)[number]) => number) => goods.reduce((all, line) => all + of(line), 0)
  return { id, number, work, done: sum(line => countOf(counts, line.id)), pieces: sum(({ quantity }) => quantity) }
}

function TabWords({ number, basket }: { readonly number: string; readonly basket: Basket | undefined }): ReactNode {
  const { integer } = useFormats()
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      {basket?.done === basket?.pieces && basket && <CheckCircle aria-hidden fontSize="small" color="success" />}
      <span>{number}</span>
      {basket && (
        <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', fontWeight: 400 }}>
          {integer(basket.done)}/{integer(basket.pieces)}
        </Box>
      )}
    </Box>
  )
}

interface LeftProps {
  readonly baskets: readonly Basket[]
  readonly isRunning: boolean
  onConfirm(): void
  onClose(): void
}

/** What is completed, and what lacks something and is left; nothing picked can be picked back. */
function LeftDialog({ baskets, isRunning, onConfirm, onClose }: LeftProps): ReactNode {
  const t = useText()
  const id = useId()
  const { integer } = useFormats()
  const count = baskets.filter(({ done, pieces }) => done === pieces).length
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <DialogTitle id={`${id}-title`}>{t('floor.pick.roundTitle', { count })}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`} sx={{ mb: 2 }}>
          {t('floor.pick.roundText')}
        </DialogContentText>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {baskets.map(({ id: invoiceId, number, done, pieces }) => (
            <Box key={invoiceId} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              {done === pieces ? <CheckCircle aria-hidden color="success" /> : <HourglassBottom aria-hidden color="warning" />}
              <Box component="b" sx={{ mr: 'auto' }}>
                {number}
              </Box>
              <span>
                {done === pieces ? t('floor.lines.whole') : t('floor.pick.lacks', { count: pieces - done, quantity: integer(pieces - done) })}
              </span>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('buttons.cancel')}
        </Button>
        <Button variant="contained" loading={isRunning} disabled={count === 0} onClick={onConfirm}>
          {t('floor.pick.roundGo', { count })}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
