import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { use, useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Keys, useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { textOf, useText, type Translate } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { TodayContext, type TodayLine, type TodayList } from '../core/today.ts'
import { useEntryActs } from './entry-acts.tsx'

const start = {}

/** What waits for the warehouse now, list by list, each with the act at its line. */
export function TodayScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const acts = useEntryActs(start)
  const lists = use(TodayContext).filter(({ permission }) => may(permission))
  const grid = useRef<HTMLDivElement>(null)
  useJumps(position => grid.current?.children[position]?.querySelector<HTMLElement>('a, button, [tabindex]')?.focus())
  return (
    <PageFrame title={t('warehouse.today.title')} subtitle={t('warehouse.today.explanation')} actions={acts.buttons}>
      <Box
        ref={grid}
        sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' } }}
      >
        {lists.map((list, at) => (
          <Waiting key={list.name} list={list} position={at + 1} />
        ))}
      </Box>
      {acts.dialog}
    </PageFrame>
  )
}

function Waiting({ list, position }: { readonly list: TodayList; readonly position: number }): ReactNode {
  const t = useText()
  const { useLines } = list
  const { count, lines } = useLines()
  const title = textOf(list.title) ?? ''
  const rest = (count ?? 0) - lines.length
  return (
    <Box component="section" aria-label={title} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.25, px: 2, py: 1, bgcolor: 'tint.header' }}>
        <Keys keys={[String(position)]} />
        <Typography component="h2" variant="h2">
          {title}
        </Typography>
        {count !== undefined && count > 0 && (
          <StatusChip tone={lines.some(({ isUrgent }) => isUrgent) ? 'bad' : 'warning'} label={t('warehouse.today.count', { count })} />
        )}
        <Box sx={{ flex: 1 }} />
        <Button component={Link} to={list.all} size="small">
          {t('warehouse.today.all')}
        </Button>
      </Box>
      {count === undefined ? (
        <Skeleton variant="rectangular" height={120} />
      ) : lines.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary', p: 2 }}>
          {textOf(list.nothing)}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {lines.map(line => (
            <Line key={line.id} line={line} />
          ))}
          {rest > 0 && (
            <Box component="li" sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', color: 'text.secondary', fontSize: '0.875rem' }}>
              {t('warehouse.today.more', { count: rest })}
            </Box>
          )}
        </Box>
      )}
    </Box>
  )
}

function Line({ line }: { readonly line: TodayLine }): ReactNode {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 0.75, borderTop: 1, borderColor: 'divider', fontVariantNumeric: 'tabular-nums' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <b>{line.code}</b> {line.name}
        </Box>
        <Box sx={{ fontSize: '0.8125rem', color: line.isUrgent ? 'error.main' : 'text.secondary', fontWeight: line.isUrgent ? 600 : 400 }}>{line.detail}</Box>
      </Box>
      <Button component={Link} to={line.to} variant="outlined" size="small" aria-label={`${line.act}: ${line.code}`} sx={{ flexShrink: 0 }}>
        {line.act}
      </Button>
    </Box>
  )
}

/** A digit with Alt: a digit alone may be a scanner's. */
function useJumps(jump: (position: number) => void): void {
  useKeyHints(jumpKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('[role=dialog]')) return
    event.preventDefault()
    jump(Number(digit) - 1)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function jumpKeys(t: Translate): KeyHintGroup {
  return { title: t('warehouse.today.keys'), hints: [{ keys: ['Alt', '1 … 9'], text: t('warehouse.today.jump') }] }
}
