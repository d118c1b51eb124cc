import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { Keys } from '../components/key-hints.tsx'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { openPalette } from './palette-state.ts'

/** In the top bar: the palette for those without a keyboard, and its key for those with one. */
export function PaletteButton(): ReactNode {
  const t = useText()
  return (
    <ButtonBase
      onClick={openPalette} aria-label={t('search.title')} aria-haspopup="dialog" aria-keyshortcuts="Control+K"
      sx={{
        gap: 1, px: 1.25, minHeight: 36, borderRadius: 1, border: 1, borderColor: 'tint.fieldLine', color: 'text.secondary', bgcolor: 'background.paper', fontSize: '0.875rem',
        '&:hover': { borderColor: 'text.secondary' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
        [touch]: { minHeight: touchTarget, minWidth: touchTarget },
      }}
    >
      <Search sx={{ fontSize: 18 }} />
      <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>{t('search.open')}</Box>
      <Box component="span" sx={{ display: { xs: 'none', md: 'inline-flex' }, [touch]: { display: 'none' } }}><Keys keys={['Ctrl', 'K']} /></Box>
    </ButtonBase>
  )
}
