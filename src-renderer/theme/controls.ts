import type { Components, CssVarsTheme, Theme } from '@mui/material/styles'

type ThemedComponents = Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme>

/** Fingers and gloves: at least 56 px. A mouse gets the denser size. */
export const touch = '@media (pointer: coarse)'
export const touchTarget = 56
const height = 36
const targetHeight = { minHeight: height, [touch]: { minHeight: touchTarget } }

/** Buttons, menus, chips: what is pressed. */
export const controls: ThemedComponents = {
  MuiButtonBase: { defaultProps: { disableRipple: true } },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: {
      root: { ...targetHeight, padding: '4px 14px', textTransform: 'none', whiteSpace: 'nowrap', variants: [{ props: { size: 'small' }, style: { minHeight: 30, padding: '2px 10px', [touch]: { minHeight: touchTarget } } }] },
      outlined: ({ theme }) => ({ borderColor: theme.vars.palette.divider, backgroundColor: theme.vars.palette.background.paper }),
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: height, height, borderRadius: 8, [touch]: { width: touchTarget, height: touchTarget },
        variants: [{ props: { size: 'small' }, style: { width: 28, height: 28, [touch]: { width: touchTarget, height: touchTarget } } }],
      },
    },
  },
  MuiToggleButton: { styleOverrides: { root: { ...targetHeight, padding: '2px 10px', textTransform: 'none', fontWeight: 600, lineHeight: 1.4 } } },
  MuiMenuItem: { styleOverrides: { root: { minHeight: 36, fontSize: '0.875rem', [touch]: { minHeight: touchTarget }, '& .MuiListItemIcon-root': { minWidth: 32 } } } },
  MuiMenu: { defaultProps: { slotProps: { paper: { variant: 'outlined', elevation: 0 } } } },
  MuiListItemButton: { styleOverrides: { root: { minHeight: 36, [touch]: { minHeight: touchTarget } } } },
  MuiChip: {
    styleOverrides: {
      root: { height: 'auto', minHeight: 26, borderRadius: 6, fontSize: '0.8125rem', fontWeight: 550 },
      clickable: { minHeight: 30, [touch]: { minHeight: 44, position: 'relative', '&::after': { content: '""', position: 'absolute', inset: '-6px 0' } } },
      deletable: { minHeight: 30, [touch]: { minHeight: 44 } },
      deleteIcon: { [touch]: { fontSize: 24, padding: 4, boxSizing: 'content-box', margin: '0 4px' } },
    },
  },
  MuiCheckbox: { styleOverrides: { root: { padding: 6, [touch]: { padding: 16 } } } },
  MuiRadio: { styleOverrides: { root: { padding: 6, [touch]: { padding: 16 } } } },
  MuiTab: { styleOverrides: { root: { textTransform: 'none', minHeight: 40, padding: '8px 14px', fontWeight: 600, [touch]: { minHeight: touchTarget } } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 400, disableInteractive: true },
    styleOverrides: { tooltip: { fontSize: '0.8125rem', padding: '5px 9px', backgroundColor: '#14272b', color: '#f2f5f4' } },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
}
