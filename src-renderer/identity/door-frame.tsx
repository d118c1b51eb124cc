import Box from '@mui/material/Box'
import Dialog from '@mui/material/Dialog'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { Logo } from '../components/logo.tsx'
import { LanguageSwitch, ThemeSwitch } from '../components/top-bar.tsx'
import { useConnectionState } from '../core/api.ts'
import { useText } from '../core/i18n.ts'

export interface DoorFrameProps {
  /** Over the screens of somebody whose session ended: they stay in sight behind it. */
  readonly isOverScreens?: boolean
  /** Room for two columns of people. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The one question at the door. */
export const doorTitle = { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25, textWrap: 'balance' }

/** What stands before the work: the factory's floor at one side, one thing to do at the other. */
export function DoorFrame({ isOverScreens = false, isWide = false, children }: DoorFrameProps): ReactNode {
  const t = useText()
  const titleId = useId()
  if (isOverScreens) {
    // A dialog of its own: one that was open when the session ended must not keep the keyboard.
    return (
      <Dialog open fullWidth maxWidth="xs" aria-labelledby={titleId} slotProps={{ backdrop: { sx: { bgcolor: '#0b2a30b8', backdropFilter: 'blur(3px)' } } }}>
        <Box sx={{ p: 4, display: 'grid', gap: 2 }}>
          <Typography id={titleId} component="h2" sx={doorTitle}>{t('identity.login.ended')}</Typography>
          {children}
        </Box>
      </Dialog>
    )
  }
  return (
    <Box
      sx={{
        position: 'fixed', inset: 0, overflow: 'auto', bgcolor: 'background.default', display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(300px, 5fr) minmax(0, 8fr)' }, gridTemplateRows: { xs: 'auto 1fr', md: '1fr' },
      }}
    >
      <Floor />
      <Box sx={{ display: 'grid', gridTemplateRows: 'auto 1fr', minHeight: { md: '100dvh' } }}>
        <Box component="header" sx={{ display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 1, p: 2 }}>
          <LanguageSwitch />
          <ThemeSwitch />
        </Box>
        <Box component="main" sx={{ display: 'grid', alignContent: 'safe center', justifyItems: 'center', px: { xs: 2, sm: 4 }, pb: { xs: 3, md: 9 } }}>
          <Box sx={{ width: '100%', maxWidth: isWide ? 720 : 400 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  )
}

function Floor(): ReactNode {
  const t = useText()
  const { address } = useConnectionState()
  return (
    <Box
      component="aside"
      sx={{
        position: { xs: 'relative', md: 'sticky' }, top: 0, alignSelf: 'start', overflow: 'hidden', bgcolor: 'frame.background', color: 'frame.text', display: 'flex', flexDirection: 'column', gap: 2,
        p: { xs: 2, md: 5 }, height: { md: '100dvh' },
      }}
    >
      <Tiles />
      <Box sx={{ position: 'relative' }}><Logo size={30} /></Box>
      <Box sx={{ position: 'relative', mt: 'auto', maxWidth: 380, display: { xs: 'none', md: 'block' } }}>
        <Typography sx={{ ...doorTitle, fontSize: '1.625rem' }}>{t('identity.door.tagline')}</Typography>
        <Typography sx={{ mt: 1.5, color: 'frame.muted' }}>{t('identity.door.promise')}</Typography>
      </Box>
      <Typography variant="caption" sx={{ position: 'relative', color: 'frame.muted', display: { xs: 'none', md: 'block' }, fontVariantNumeric: 'tabular-nums' }}>
        {t('status.host')} {address}
      </Typography>
    </Box>
  )
}

/** A floor laid in courses, as in the mark: here and there a tile catches the light. */
function Tiles(): ReactNode {
  return (
    <Box
      component="svg" aria-hidden preserveAspectRatio="xMidYMin slice" viewBox="0 0 480 640"
      sx={{ position: 'absolute', inset: 0, width: '100%', height: '100%', color: 'frame.text' }}
    >
      <defs>
        <linearGradient id="floor-light" x1="0" y1="0" x2="0.4" y2="1">
          <stop offset="0" stopColor="#fff" stopOpacity="0.95" />
          <stop offset="0.75" stopColor="#fff" stopOpacity="0" />
        </linearGradient>
        <mask id="floor-mask"><rect width="480" height="640" fill="url(#floor-light)" /></mask>
      </defs>
      <g mask="url(#floor-mask)">
        {courses.flatMap(({ y, tiles }) => tiles.map(({ x, width, opacity, isLit }) => (
          <rect key={`${x} ${y}`} x={x} y={y} width={width} height={courseHeight - gap} rx={4} fill={isLit ? '#f2a35c' : 'currentColor'} opacity={opacity} />
        )))}
      </g>
    </Box>
  )
}

const courseHeight = 40
const gap = 4
const widths = [104, 60]
const lit = new Set(['2 3', '4 7', '5 1'])

/** Long and short tiles in turn, each course set off against the one above; the same floor at every start. */
const courses = Array.from({ length: 16 }, (_, row) => {
  let x = -((row * 53) % 140)
  const tiles = Array.from({ length: 9 }, (__, column) => {
    const width = widths[(row + column) % 2]!
    const tile = { x, width: width - gap, opacity: 0.03 + (((row * 7 + column * 11) % 5) * 0.014), isLit: lit.has(`${column} ${row}`) }
    x += width
    return tile.isLit ? { ...tile, opacity: 0.85 } : tile
  })
  return { y: row * courseHeight, tiles }
})
