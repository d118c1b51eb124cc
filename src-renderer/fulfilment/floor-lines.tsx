import Add from '@mui/icons-material/Add'
import CheckCircle from '@mui/icons-material/CheckCircle'
import DoneAll from '@mui/icons-material/DoneAll'
import Remove from '@mui/icons-material/Remove'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Paper from '@mui/material/Paper'
import { memo, useEffect, useRef, type ReactNode } from 'react'
import { countOf } from '../../shared/fulfilment/counting.ts'
import type { InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { Counted } from './floor-counting.ts'

interface LinesProps {
  readonly counted: Counted
  /** Whether pieces may be counted without the scanner. */
  readonly mayByHand: boolean
}

/** The goods in the order of their shelves, what is whole stepping back; where whoever counts is at stands out, and stays in sight. */
export function CountedLines({ counted: { lines, counts, current, set }, mayByHand }: LinesProps): ReactNode {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {lines.map(line => (
        <CountedLine key={line.id} line={line} count={countOf(counts, line.id)} isCurrent={line === current} mayByHand={mayByHand} onCount={set} />
      ))}
    </Box>
  )
}

interface LineProps {
  readonly line: InvoiceLine
  readonly count: number
  readonly mayByHand: boolean
  onCount: Counted['set']
}

/** Drawn anew only where its own count changes: a bill may have hundreds of lines, and ten scans a second. */
const CountedLine = memo(function CountedLine({ isCurrent, ...props }: LineProps & { readonly isCurrent: boolean }): ReactNode {
  const { line, count } = props
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const isWhole = count === line.quantity
  return (
    <Paper
      ref={element}
      component="li"
      variant="outlined"
      aria-current={isCurrent ? 'step' : undefined}
      sx={{
        px: 2,
        py: 1,
        scrollMargin: '200px 0 16px',
        ...(isWhole && { bgcolor: 'tint.success', borderColor: 'transparent' }),
        ...(isCurrent && { borderColor: 'primary.main', borderLeftWidth: 6 }),
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Shelf line={line} />
        <Goods line={line} />
        <Amount {...props} />
      </Box>
    </Paper>
  )
})

/** One at a time: the shelf to go to, what to take there, how many are still to be taken, and where it goes from there. */
export function NextLine({ counted: { lines, counts, current, set }, mayByHand }: LinesProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const facts = useFacts(current)
  if (current === undefined) return null
  const count = countOf(counts, current.id)
  const left = current.quantity - count
  const after = lines.find(line => line !== current && countOf(counts, line.id) < line.quantity)
  return (
    <Paper variant="outlined" sx={{ p: 3, display: 'grid', gap: 1.5, justifyItems: 'center', textAlign: 'center' }} aria-live="polite">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', alignItems: 'end', columnGap: 8, rowGap: 1 }}>
        <div>
          <Box sx={{ fontSize: '1.25rem', color: 'text.secondary' }}>{t('floor.pick.goTo')}</Box>
          <Box component="b" sx={{ fontSize: '4.5rem', lineHeight: 1.1, color: 'primary.main', overflowWrap: 'anywhere' }}>
            {current.shelfLocation === '' ? t('floor.pick.noShelf') : current.shelfLocation}
          </Box>
        </div>
        <Box component="b" sx={{ fontSize: '3.5rem', lineHeight: 1.3 }}>
          {t('floor.pick.take', { count: left, quantity: integer(left) })}
        </Box>
      </Box>
      <Box sx={{ fontSize: '1.875rem', lineHeight: 1.25, fontWeight: 650, overflowWrap: 'anywhere' }}>{current.name}</Box>
      <Box sx={{ fontSize: '1.125rem', color: 'text.secondary' }}>{facts.join(' · ')}</Box>
      <Box sx={{ display: 'flex' }}>
        <Amount line={current} count={count} mayByHand={mayByHand} onCount={set} />
      </Box>
      {after && (
        <Box sx={{ fontSize: '1.125rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {t('floor.pick.after', { shelf: after.shelfLocation === '' ? t('floor.pick.noShelf') : after.shelfLocation, name: after.name })}
        </Box>
      )}
    </Paper>
  )
}

function Shelf({ line: { shelfLocation } }: { readonly line: InvoiceLine }): ReactNode {
  return (
    <Box
      component="b"
      sx={{
        minWidth: 96,
        px: 1,
        py: 0.75,
        borderRadius: 1,
        bgcolor: 'tint.primary',
        color: 'primary.main',
        textAlign: 'center',
        fontSize: '1.375rem',
        lineHeight: 1.2,
      }}
    >
      {shelfLocation === '' ? '–' : shelfLocation}
    </Box>
  )
}

function Goods({ line }: { readonly line: InvoiceLine }): ReactNode {
  const facts = useFacts(line)
  return (
    <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
      <Box component="b" sx={{ fontSize: '1.25rem', lineHeight: 1.25, overflowWrap: 'anywhere' }}>
        {line.name}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '1rem', overflowWrap: 'anywhere' }}>{facts.join(' · ')}</Box>
    </Box>
  )
}

function Amount({ line, count, mayByHand, onCount }: LineProps): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const name = { name: line.name }
  const isWhole = count === line.quantity
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, ml: 'auto' }}>
      <IconButton aria-label={t('floor.lines.less', name)} disabled={count === 0} onClick={() => onCount(line, count - 1)}>
        <Remove />
      </IconButton>
      <Box sx={{ minWidth: 112, textAlign: 'center' }}>
        <Box sx={{ fontSize: '1.5rem', lineHeight: 1.2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          <b>{integer(count)}</b> / {integer(line.quantity)}
        </Box>
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            gap: 0.5,
            fontSize: '1rem',
            fontWeight: 650,
            color: isWhole ? 'success.main' : 'warning.main',
          }}
        >
          {isWhole && <CheckCircle aria-hidden fontSize="small" />}
          {isWhole ? t('floor.lines.whole') : t('floor.lines.open', { quantity: integer(line.quantity - count) })}
        </Box>
      </Box>
      {mayByHand && (
        <>
          <IconButton aria-label={t('floor.lines.more', name)} disabled={isWhole} onClick={() => onCount(line, count + 1)}>
            <Add />
          </IconButton>
          <IconButton aria-label={t('floor.lines.all', name)} disabled={isWhole} onClick={() => onCount(line, line.quantity)}>
            <DoneAll />
          </IconButton>
        </>
      )}
    </Box>
  )
}

/** By what the goods are told from others on the same shelf. */
function useFacts(line: InvoiceLine | undefined): string[] {
  const t = useText()
  const { day } = useFormats()
  if (line === undefined) return []
  const { itemCode, companyName, packing, batchNumber, expiresOn, remarks } = line
  const batch = batchNumber === '' ? '' : t('floor.lines.batch', { batch: batchNumber })
  const expiry = expiresOn === null ? '' : t('floor.lines.expires', { day: day(expiresOn) })
  return [itemCode, companyName, packing, batch, expiry, remarks].filter(fact => fact !== '')
}
