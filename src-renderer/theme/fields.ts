import type { Components, CssVarsTheme, Theme } from '@mui/material/styles'
import { touch, touchTarget } from './controls.ts'

/** Where something is entered: the label stands above its field, always in the same place, also when the field is empty. */
export const fields: Components<Omit<Theme, 'components' | 'palette'> & CssVarsTheme> = {
  MuiTextField: { defaultProps: { size: 'small', fullWidth: true, variant: 'outlined' } },
  MuiInputLabel: {
    defaultProps: { shrink: true },
    styleOverrides: {
      root: ({ theme }) => ({
        position: 'static', transform: 'none', maxWidth: '100%', marginBottom: 4, fontSize: '0.8125rem', fontWeight: 550, lineHeight: 1.4,
        color: theme.vars.palette.text.secondary, whiteSpace: 'normal',
        '&.Mui-focused': { color: theme.vars.palette.text.primary },
        '&.Mui-error': { color: theme.vars.palette.error.main },
      }),
    },
  },
  MuiFormLabel: { styleOverrides: { asterisk: ({ theme }) => ({ color: theme.vars.palette.secondary.main }) } },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: ({ theme }) => ({
        backgroundColor: theme.vars.palette.background.paper, minHeight: 36,
        '& fieldset': { top: 0, borderColor: theme.vars.palette.tint.fieldLine },
        '& legend': { display: 'none' },
        '&:hover:not(.Mui-error):not(.Mui-disabled) fieldset': { borderColor: theme.vars.palette.text.secondary },
        '&.Mui-focused:not(.Mui-error) fieldset': { borderColor: theme.vars.palette.primary.main, boxShadow: `0 0 0 3px ${theme.alpha(theme.vars.palette.primary.main, 0.18)}` },
        '&.Mui-error.Mui-focused fieldset': { boxShadow: `0 0 0 3px ${theme.alpha(theme.vars.palette.error.main, 0.18)}` },
        '&.Mui-disabled': { backgroundColor: theme.vars.palette.action.disabledBackground },
        '&:has(textarea)': { padding: '7px 10px' },
        '& .MuiInputAdornment-positionStart + input': { paddingLeft: 0 },
        [touch]: { minHeight: touchTarget, '& .MuiInputAdornment-positionEnd .MuiIconButton-root': { marginRight: -12 } },
      }),
      input: ({ theme }) => ({
        padding: '7px 10px', height: '1.375em', 'textarea&': { padding: 0, height: 'auto' },
        '&::placeholder': { color: theme.vars.palette.text.secondary, opacity: 0.85 },
      }),
    },
  },
  MuiFormHelperText: { styleOverrides: { root: { margin: '3px 0 0', fontSize: '0.8125rem', lineHeight: 1.35 } } },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: '0.875rem' } } },
  MuiAutocomplete: {
    styleOverrides: {
      inputRoot: { '&.MuiOutlinedInput-root.MuiInputBase-sizeSmall': { padding: '0 34px 0 0', '& .MuiAutocomplete-input': { padding: '7px 10px' } } },
      listbox: { '& .MuiAutocomplete-option.MuiAutocomplete-option': { minHeight: 34, fontSize: '0.875rem', [touch]: { minHeight: touchTarget } } },
      paper: ({ theme }) => ({ border: `1px solid ${theme.vars.palette.divider}`, marginTop: 4 }),
      noOptions: { fontSize: '0.875rem' }, loading: { fontSize: '0.875rem' },
    },
  },
}
