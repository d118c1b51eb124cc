/** White on it stands at 5.2 : 1; the same in the light and the dark scheme. */
export const trainingOrange = '#c2410c'
/** In pixels; what lies fixed at the top of a page begins below it. */
export const bannerHeight = 32

/** The frame of a desk that practises: brown where the factory's is ink. */
export const trainingFrame = {
  'html[data-training]': {
    '--lantai-banner': `${bannerHeight}px`,
    '--lantai-palette-frame-background': '#5a2608', '--lantai-palette-frame-text': '#fbeee4', '--lantai-palette-frame-muted': '#e2bfa6', '--lantai-palette-frame-accent': '#ffb26b',
  },
} as const
