import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Tooltip from '@mui/material/Tooltip'
import type { SvgIconComponent } from '@mui/icons-material'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { alertLevels } from '../../shared/planning/board-rules.ts'
import type { Board } from '../../shared/planning/board.ts'
import { isInDialog, useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useFormats } from '../core/formats.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { healthLooks } from './board-look.tsx'
import type { ShownBoard } from './board-filter.ts'

interface Tile {
  readonly key: string
  readonly label: string
  readonly hint?: string
  readonly count: number
  readonly icon: SvgIconComponent
  readonly colour: 'error' | 'warning' | 'success' | 'info'
  readonly isChosen: boolean
  toggle(): void
}

/** How many work orders stand how; pressing one leaves only those. */
export function BoardTiles({ board, shown }: { readonly board: Board; readonly shown: ShownBoard }): ReactNode {
  const t = useText()
  const tiles: readonly Tile[] = board.healths.map(({ health, count }) => ({
    key: health,
    label: t(`planning.board.healths.${health}`),
    hint: t(`planning.board.healthHints.${health}`),
    count,
    icon: healthLooks[health].icon,
    colour: healthLooks[health].colour,
    isChosen: shown.health === health,
    toggle: () => shown.choose('health', shown.health === health ? undefined : health),
  }))
  const alerts: readonly Tile[] = alertLevels.map(level => ({
    key: level,
    label: t(`planning.board.levels.${level}`),
    count: level === 'CRITICAL' ? board.totals.critical : board.totals.warning,
    icon: level === 'CRITICAL' ? ErrorOutline : Warning,
    colour: level === 'CRITICAL' ? 'error' : 'warning',
    isChosen: shown.level === level,
    toggle: () => shown.choose('level', shown.level === level ? undefined : level),
  }))
  useDigits(tiles)
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 1fr)' } }}>
      <Tiles label={t('planning.board.tiles')} tiles={tiles} columns={{ xs: 2, sm: 3, lg: 6 }} />
      <Tiles label={t('planning.board.alerts')} tiles={alerts} columns={{ xs: 2, md: 1, lg: 2 }} />
    </Box>
  )
}

interface TilesProps {
  readonly label: string
  readonly tiles: readonly Tile[]
  /** How many stand beside each other at most, by the width of the screen: fewer where the text is large. */
  readonly columns: Readonly<Record<string, number>>
}

function Tiles({ label, tiles, columns }: TilesProps): ReactNode {
  const gridTemplateColumns = Object.fromEntries(
    Object.entries(columns).map(([width, count]) => [width, `repeat(auto-fit, minmax(max(7.5rem, calc((100% - ${(count - 1) * 8}px) / ${count})), 1fr))`]),
  )
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1, gridTemplateColumns }}>
      {tiles.map(({ key, ...tile }) => (
        <HealthTile key={key} {...tile} />
      ))}
    </Box>
  )
}

function HealthTile({ label, hint = '', count, icon: Icon, colour, isChosen, toggle }: Omit<Tile, 'key'>): ReactNode {
  const { integer } = useFormats()
  const isQuiet = count === 0
  return (
    <Tooltip title={hint} describeChild>
      <ButtonBase
        aria-pressed={isChosen}
        onClick={toggle}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'auto 1fr',
          columnGap: 1,
          alignItems: 'center',
          textAlign: 'left',
          px: 1.5,
          py: 1,
          minHeight: 64,
          borderRadius: 1,
          border: 1,
          borderColor: isChosen ? `${colour}.main` : 'divider',
          outline: isChosen ? '1px solid' : 0,
          outlineColor: `${colour}.main`,
          bgcolor: isQuiet ? 'background.paper' : `tint.${colour}`,
          color: isQuiet ? 'text.secondary' : `${colour}.main`,
          '&:hover': { borderColor: `${colour}.main` },
          '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 26 }} />
        <Box sx={{ minWidth: 0 }}>
          <Box component="b" sx={{ display: 'block', fontSize: '1.5rem', lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' }}>
            {integer(count)}
          </Box>
          <Box component="span" sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.25 }}>
            {label}
          </Box>
        </Box>
      </ButtonBase>
    </Tooltip>
  )
}

/** A digit with Alt: a digit alone may be a scanner's. */
function useDigits(tiles: readonly Pick<Tile, 'toggle'>[]): void {
  useKeyHints(tileKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    const digit = /^Digit([1-6])$/.exec(event.code)?.[1]
    if (digit === undefined || !event.altKey || event.ctrlKey || event.metaKey || isInDialog(event.target)) return
    event.preventDefault()
    tiles[Number(digit) - 1]?.toggle()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function tileKeys(t: Translate): KeyHintGroup {
  return { title: t('planning.board.keys.title'), hints: [{ keys: ['Alt', '1 … 6'], text: t('planning.board.keys.healths') }] }
}
