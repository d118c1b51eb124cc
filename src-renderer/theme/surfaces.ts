import type { Components, CssVarsTheme, Theme } from '@mui/material/styles'
import { touch, touchTarget } from './controls.ts'

/** Papers, dialogs, tables: what things lie on. Lines instead of shadows, except for what floats. */
export const surfaces: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' }, outlined: ({ theme }) => ({ borderColor: theme.vars.palette.divider }) } },
  MuiPopover: { styleOverrides: { paper: { boxShadow: '0 8px 28px rgb(9 30 35 / 18%)' } } },
  // While developing, React mounts everything twice, and giving the focus back in between would take it from the dialog's first field.
  MuiModal: { defaultProps: { disableRestoreFocus: import.meta.env.DEV } },
  MuiDialog: {
    // Where a button that had the focus is switched off while it saves, the focus falls back on this: else Esc would be heard by nobody.
    defaultProps: { slotProps: { container: { tabIndex: -1 } } },
    styleOverrides: {
      container: { outline: 0 },
      paper: ({ theme }) => ({ borderRadius: 12, border: `1px solid ${theme.vars.palette.divider}`, boxShadow: '0 24px 64px rgb(9 30 35 / 28%)' }),
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { padding: '18px 24px 6px', fontSize: '1.125rem', fontWeight: 650, lineHeight: 1.35 } } },
  // Under a title MUI leaves no room, and the first label would stick to it.
  MuiDialogContent: { styleOverrides: { root: { padding: '10px 24px 16px', '.MuiDialogTitle-root + &.MuiDialogContent-root': { paddingTop: 10 } } } },
  MuiDialogActions: { styleOverrides: { root: ({ theme }) => ({ padding: '12px 24px', borderTop: `1px solid ${theme.vars.palette.divider}`, gap: 8, flexWrap: 'wrap', '& > :not(style) ~ :not(style)': { marginLeft: 0 }, '& .MuiButton-root': { flexShrink: 0 } }) } },
  MuiAlert: {
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 8, padding: '6px 14px', alignItems: 'flex-start', fontSize: '0.875rem',
        // Beside its button, which is as high as three lines there.
        [touch]: { alignItems: 'center' },
        variants: (['error', 'warning', 'info', 'success'] as const).map(severity => ({
          props: { severity, variant: 'standard' as const },
          style: { backgroundColor: theme.vars.palette.tint[severity], color: theme.vars.palette.text.primary },
        })),
      }),
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({ padding: '7px 12px', fontSize: '0.875rem', borderColor: theme.vars.palette.divider, [touch]: { height: touchTarget } }),
      head: ({ theme }) => ({ fontSize: '0.8125rem', fontWeight: 600, color: theme.vars.palette.text.secondary, backgroundColor: theme.vars.palette.tint.header, lineHeight: 1.4 }),
    },
  },
  MuiDataGrid: {
    styleOverrides: {
      root: ({ theme }) => ({
        border: 0, fontSize: '0.875rem', '--unstable_DataGrid-radius': '0px',
        '& .MuiDataGrid-cell': { borderTopColor: theme.vars.palette.divider },
        '& .MuiDataGrid-cell--textRight': { fontVariantNumeric: 'tabular-nums' },
        '& .MuiCheckbox-root:not(.Mui-checked, .MuiCheckbox-indeterminate)': { color: theme.vars.palette.tint.fieldLine },
        '& .MuiDataGrid-columnHeaderTitle': { fontSize: '0.8125rem', fontWeight: 600, color: theme.vars.palette.text.secondary },
        '& .MuiDataGrid-columnHeader--sorted .MuiDataGrid-columnHeaderTitle': { color: theme.vars.palette.text.primary },
        '& .MuiDataGrid-cell:focus, & .MuiDataGrid-columnHeader:focus': { outlineOffset: -2 },
        '& .MuiDataGrid-row.Mui-selected, & .MuiDataGrid-row.Mui-selected:hover': { backgroundColor: theme.vars.palette.tint.selected },
        '& .MuiDataGrid-columnSeparator': { opacity: 0 },
        '& .MuiDataGrid-columnHeaders:hover .MuiDataGrid-columnSeparator': { opacity: 1 },
        '& .MuiDataGrid-row.is-openable': { cursor: 'pointer' },
      }),
    },
  },
}
