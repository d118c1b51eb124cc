import Block from '@mui/icons-material/BlockOutlined'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Info from '@mui/icons-material/InfoOutlined'
import Timelapse from '@mui/icons-material/TimelapseOutlined'
import Warning from '@mui/icons-material/WarningAmberOutlined'
import Box from '@mui/material/Box'
import type { SvgIconComponent } from '@mui/icons-material'
import type { ReactNode } from 'react'

/** What a state means for people, not which state it is. */
export type Tone = 'neutral' | 'waiting' | 'running' | 'good' | 'warning' | 'bad'
export interface StatusChipProps {
  readonly tone: Tone
  /** The state's word, in the user's language. */
  readonly label: string
  /** Instead of the tone's own icon. */
  readonly icon?: SvgIconComponent
}

const looks = {
  neutral: { icon: Block, ground: 'tint.neutral', text: 'tint.neutralText' },
  waiting: { icon: Info, ground: 'tint.info', text: 'info.main' },
  running: { icon: Timelapse, ground: 'tint.primary', text: 'primary.main' },
  good: { icon: CheckCircle, ground: 'tint.success', text: 'success.main' },
  warning: { icon: Warning, ground: 'tint.warning', text: 'warning.main' },
  bad: { icon: ErrorIcon, ground: 'tint.error', text: 'error.main' },
} as const satisfies Record<Tone, { icon: SvgIconComponent; ground: string; text: string }>

/** A state by colour, icon and word. Keep the tones of a module's states in one table beside its texts. */
export function StatusChip({ tone, label, icon }: StatusChipProps): ReactNode {
  const { icon: ownIcon, ground, text } = looks[tone]
  const Icon = icon ?? ownIcon
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, px: 0.875, minHeight: '1.7em', borderRadius: '6px', bgcolor: ground, color: text, fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1, whiteSpace: 'nowrap', verticalAlign: 'middle', mt: '-2px' }}>
      <Icon aria-hidden sx={{ fontSize: 15 }} />
      {label}
    </Box>
  )
}
