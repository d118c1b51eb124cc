import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import Remove from '@mui/icons-material/Remove'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import { countOf, inShelfOrder, isFull } from '../../shared/fulfilment/counting.ts'
import type { Draft } from '../../shared/fulfilment/drafts.ts'
import type { InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone, showError } from '../core/toasts.ts'
import { useDeskLabels } from './floor-desk-printer.tsx'
import { usePackingDrafts, type PackingDrafts } from './floor-packing-drafts.ts'
import type { StepProps } from './floor-packing-table.tsx'
import { Progress } from './floor-progress.tsx'

/** IF-7: every piece goes into a tray or a box; it closes only once not one is missing or too many. */
export function PackPanel(props: StepProps): ReactNode {
  const t = useText()
  const packing = usePackingDrafts(props)
  const { detail, worker } = props
  const { drafts, into, saver, addBox } = packing
  const goods = inShelfOrder(detail.lines)
  const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0)
  const done = goods.reduce((sum, { id }) => sum + countOf(packing.counts, id), 0)
  return (
    <>
      {saver.error && (
        <Alert severity="warning" action={<Button onClick={saver.retry}>{t('buttons.retry')}</Button>}>
          {t('floor.notSaved', { reason: errorText(saver.error) })}
        </Alert>
      )}
      <Alert
        severity="info"
        action={
          <Button startIcon={<Add />} disabled={!worker.isProved} onClick={() => void addBox().catch(showError)}>
            {t('floor.pack.newBox')}
          </Button>
        }
      >
        {into === undefined ? t('floor.pack.trayFirst') : t('floor.pack.nowInto', { code: into })}
      </Alert>
      <Progress done={done} pieces={pieces} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Paper variant="outlined" component="section" aria-label={t('floor.pack.goods')} sx={{ p: 2, display: 'grid', gap: 1 }}>
          {goods.map(line => (
            <GoodsLine key={line.id} line={line} packing={packing} mayByHand={worker.mayByHand} />
          ))}
        </Paper>
        <Box sx={{ display: 'grid', gap: 1.5 }}>
          {drafts.map(draft => (
            <ContainerCard key={`${draft.kind} ${draft.code}`} draft={draft} goods={goods} packing={packing} isChosen={draft.code === into} />
          ))}
        </Box>
      </Box>
      <Seal {...props} packing={packing} />
    </>
  )
}

interface GoodsLineProps {
  readonly line: InvoiceLine
  readonly packing: PackingDrafts
  readonly mayByHand: boolean
}

function GoodsLine({ line, packing: { counts, into, move }, mayByHand }: GoodsLineProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const count = countOf(counts, line.id)
  const isWhole = isFull(counts, line)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, p: 1, borderRadius: 1, ...(isWhole && { bgcolor: 'tint.success' }) }}>
      <Box sx={{ flex: '1 1 180px', minWidth: 0 }}>
        <Box component="b" sx={{ fontSize: '1.125rem', lineHeight: 1.25, overflowWrap: 'anywhere' }}>
          {line.name}
        </Box>
        <Box sx={{ color: 'text.secondary', fontSize: '1rem' }}>{line.itemCode}</Box>
      </Box>
      <Box sx={{ textAlign: 'right' }}>
        <Box sx={{ fontSize: '1.375rem', lineHeight: 1.2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          <b>{integer(count)}</b> / {integer(line.quantity)}
        </Box>
        <Box sx={{ fontSize: '1rem', fontWeight: 650, color: isWhole ? 'success.main' : 'warning.main' }}>
          {isWhole ? t('floor.lines.whole') : t('floor.lines.open', { quantity: integer(line.quantity - count) })}
        </Box>
      </Box>
      {mayByHand && into !== undefined && !isWhole && (
        <Button variant="outlined" onClick={() => move(into, line, line.quantity - count)}>
          {t('floor.pack.putRest', { quantity: integer(line.quantity - count) })}
        </Button>
      )}
    </Box>
  )
}

interface ContainerCardProps {
  readonly draft: Draft
  readonly goods: readonly InvoiceLine[]
  readonly packing: PackingDrafts
  readonly isChosen: boolean
}

function ContainerCard({ draft: { kind, code, contents }, goods, packing: { choose, remove, move }, isChosen }: ContainerCardProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const pieces = contents.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={code}
      sx={{ p: 2, display: 'grid', gap: 1, ...(isChosen && { borderColor: 'primary.main', borderWidth: 2 }) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="b" sx={{ fontSize: '1.25rem' }}>
          {code}
        </Box>
        <Box sx={{ color: 'text.secondary', mr: 'auto' }}>
          {t(`fulfilment.kinds.${kind}`)} · {t('floor.pack.pieces', { count: pieces, quantity: integer(pieces) })}
        </Box>
        {!isChosen && (
          <Button size="small" onClick={() => choose(code)}>
            {t('floor.pack.fillThis')}
          </Button>
        )}
        <IconButton aria-label={t('floor.pack.takeAway', { code })} onClick={() => remove(code)}>
          <Delete />
        </IconButton>
      </Box>
      {contents.length === 0 && <Box sx={{ color: 'text.secondary' }}>{t('floor.pack.empty')}</Box>}
      {contents.map(({ lineId, quantity }) => {
        const line = goods.find(({ id }) => id === lineId)
        return (
          line && (
            <Box key={lineId} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box component="b" sx={{ minWidth: 40, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
                {integer(quantity)}
              </Box>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{line.name}</Box>
              <IconButton size="small" aria-label={t('floor.pack.takeOut', { name: line.name, code })} onClick={() => move(code, line, -1)}>
                <Remove />
              </IconButton>
            </Box>
          )
        )
      })}
    </Paper>
  )
}

function Seal({
  detail: { id: invoiceId, number },
  worker: { proof, isProved },
  packing: { drafts, isExact, flush, forget },
}: StepProps & { readonly packing: PackingDrafts }): ReactNode {
  const t = useText()
  const { fulfilment } = useApi()
  const labels = useDeskLabels()
  const [isSealing, setSealing] = useState(false)
  const hasTrays = drafts.some(({ kind }) => kind === 'TRAY')
  async function seal(): Promise<void> {
    setSealing(true)
    try {
      await flush()
      await (hasTrays ? fulfilment.sealTrays({ invoiceId, ...proof }) : fulfilment.packBoxes({ invoiceId, ...proof }))
      forget()
      if (!hasTrays) labels({ id: invoiceId, number }, 'address')
      showDone(t(hasTrays ? 'floor.pack.sealed' : 'floor.pack.packed', { number }))
    } catch (error) {
      showError(error)
    } finally {
      setSealing(false)
    }
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
      {!isExact && <Box sx={{ fontSize: '1rem', color: 'text.secondary' }}>{t('floor.pack.notExact')}</Box>}
      <Button
        variant="contained"
        size="large"
        disabled={!isProved || !isExact || drafts.length === 0}
        loading={isSealing}
        onClick={() => void seal()}
      >
        {t(hasTrays ? 'floor.pack.seal' : 'floor.pack.close')}
      </Button>
    </Box>
  )
}
