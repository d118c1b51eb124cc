import type { ColorSystemOptions } from '@mui/material/styles'

/** The dark frame around the work: navigation. It is the same ink in both schemes, a step deeper in the dark one. */
export interface FramePalette {
  readonly background: string
  readonly text: string
  readonly muted: string
  readonly hover: string
  readonly active: string
  readonly accent: string
  readonly line: string
}

declare module '@mui/material/styles' {
  interface Palette { frame: FramePalette; tint: TintPalette }
  interface PaletteOptions { frame?: FramePalette; tint?: TintPalette }
}

/** Calm grounds for chips and banners; text of the status colour's `main` on them keeps 4.5 : 1. */
export interface TintPalette {
  readonly primary: string
  readonly success: string
  readonly warning: string
  readonly error: string
  readonly info: string
  readonly neutral: string
  readonly neutralText: string
  readonly header: string
  readonly selected: string
  /** Around fields: 3 : 1 against the ground, so that their place is seen. */
  readonly fieldLine: string
}

/** Every text colour stands at 4.5 : 1 or more on the grounds it is used on, every status colour as text too. */
export const lightScheme: ColorSystemOptions = {
  palette: {
    primary: { main: '#0b5b64', light: '#2f7f88', dark: '#063f46', contrastText: '#ffffff' },
    secondary: { main: '#a94a10', light: '#d8772f', dark: '#7f3508', contrastText: '#ffffff' },
    success: { main: '#1b6d43', light: '#2f8f5c', dark: '#12502f', contrastText: '#ffffff' },
    warning: { main: '#8a5200', light: '#c67c0a', dark: '#653c00', contrastText: '#ffffff' },
    error: { main: '#b0261c', light: '#d14b3f', dark: '#861710', contrastText: '#ffffff' },
    info: { main: '#27578f', light: '#4579b5', dark: '#193e69', contrastText: '#ffffff' },
    text: { primary: '#14272b', secondary: '#4a6065', disabled: '#7d8f92' },
    background: { default: '#f2f5f4', paper: '#ffffff' },
    divider: '#d9e1df',
    action: { hover: '#0b5b640d', selected: '#0b5b641a', focus: '#0b5b641f', active: '#4a6065', disabled: '#8b9a9d', disabledBackground: '#e3e9e7' },
    DataGrid: { bg: '#ffffff', headerBg: '#f7f9f8', pinnedBg: '#ffffff' },
    frame: { background: '#0b2a30', text: '#e3eeec', muted: '#93b0b1', hover: '#ffffff12', active: '#ffffff1f', accent: '#f2a35c', line: '#ffffff1a' },
    tint: {
      primary: '#e1eff0', success: '#e0f1e7', warning: '#fbeed3', error: '#fbe5e2', info: '#e3edf8',
      neutral: '#e9eeed', neutralText: '#41565a', header: '#f7f9f8', selected: '#e1eff0', fieldLine: '#7f9497',
    },
  },
}

export const darkScheme: ColorSystemOptions = {
  palette: {
    primary: { main: '#63c3ca', light: '#8fd8dd', dark: '#3b9aa2', contrastText: '#04272b' },
    secondary: { main: '#f2a35c', light: '#f7c08f', dark: '#cc7f3a', contrastText: '#2d1602' },
    success: { main: '#6fcb97', light: '#97dbb3', dark: '#45a370', contrastText: '#04230f' },
    warning: { main: '#efb858', light: '#f5cf8c', dark: '#c8912f', contrastText: '#2b1c00' },
    error: { main: '#f38d83', light: '#f8b1aa', dark: '#cf5d52', contrastText: '#330704' },
    info: { main: '#8dbaf0', light: '#b1d0f5', dark: '#5e8fca', contrastText: '#051c36' },
    text: { primary: '#e4eceb', secondary: '#a3b6b7', disabled: '#6f8284' },
    background: { default: '#0e1719', paper: '#152124' },
    divider: '#2a3a3d',
    action: { hover: '#63c3ca14', selected: '#63c3ca24', focus: '#63c3ca2b', active: '#a3b6b7', disabled: '#66787a', disabledBackground: '#223134' },
    DataGrid: { bg: '#152124', headerBg: '#1a282b', pinnedBg: '#152124' },
    frame: { background: '#091113', text: '#dfe9e8', muted: '#8ba3a4', hover: '#ffffff0f', active: '#ffffff1a', accent: '#f2a35c', line: '#ffffff14' },
    tint: {
      primary: '#173a3e', success: '#16352a', warning: '#3a2e14', error: '#432220', info: '#1c3048',
      neutral: '#243336', neutralText: '#b5c6c7', header: '#1a282b', selected: '#193639', fieldLine: '#5f7477',
    },
  },
}
