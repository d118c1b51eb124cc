import type {} from '@mui/x-data-grid/themeAugmentation'
import { createTheme } from '@mui/material/styles'
import { controls } from './controls.ts'
import { fields } from './fields.ts'
import { darkScheme, lightScheme } from './palette.ts'
import { printedPage } from './print.ts'
import { surfaces } from './surfaces.ts'
import { trainingFrame } from './training.ts'

declare module '@mui/material/styles' {
  interface CssThemeVariables { enabled: true }
}

const family = '"Inter Hyphen", "Inter Variable", "Inter", "Segoe UI", system-ui, sans-serif'

/** Lantai's look: ink and deep teal, a warm accent, small calm type, lines instead of shadows. */
export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'lantai', colorSchemeSelector: 'data-scheme' },
  colorSchemes: { light: lightScheme, dark: darkScheme },
  spacing: 8,
  shape: { borderRadius: 8 },
  motion: { reducedMotion: 'system' },
  focusVisible: { outlineWidth: 2, outlineOffset: 2 },
  typography: {
    fontFamily: family,
    fontSize: 14,
    h1: { fontSize: '1.25rem', fontWeight: 650, lineHeight: 1.3, letterSpacing: '-0.012em' },
    h2: { fontSize: '1.0625rem', fontWeight: 650, lineHeight: 1.35, letterSpacing: '-0.006em' },
    h3: { fontSize: '0.9375rem', fontWeight: 650, lineHeight: 1.4 },
    body1: { fontSize: '0.9375rem', lineHeight: 1.5 },
    body2: { fontSize: '0.875rem', lineHeight: 1.45 },
    caption: { fontSize: '0.8125rem', lineHeight: 1.4 },
    button: { fontSize: '0.875rem', fontWeight: 600, letterSpacing: 0 },
    overline: { fontSize: '0.75rem', fontWeight: 650, letterSpacing: '0.05em', lineHeight: 1.6, textTransform: 'none' },
  },
  components: {
    ...controls,
    ...fields,
    ...surfaces,
    MuiCssBaseline: {
      styleOverrides: {
        html: { height: '100%' },
        body: { height: '100%', margin: 0, WebkitFontSmoothing: 'antialiased', fontFeatureSettings: '"cv05", "cv08"', textRendering: 'optimizeLegibility' },
        '#root': { height: '100%' },
        'button, input, select, textarea': { fontFamily: 'inherit' },
        '::selection': { backgroundColor: '#f2a35c66' },
        ...trainingFrame,
        ...printedPage,
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': { animationDuration: '0.01ms !important', animationIterationCount: '1 !important', transitionDuration: '0.01ms !important', scrollBehavior: 'auto !important' },
        },
      },
    },
  },
})
