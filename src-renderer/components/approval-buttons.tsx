import Check from '@mui/icons-material/Check'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useDecide, type SeenStep } from '../core/approvals.ts'
import { useText } from '../core/i18n.ts'
import { ConfirmWithReason } from './confirm-dialog.tsx'

export interface ApprovalButtonsProps extends SeenStep {
  /** "PRS-2026-00012". */
  readonly number: string
  /** What is asked for, in words. */
  readonly title: string
  /** On the red of an alert. */
  readonly isOnAlert?: boolean
}

/** Approves with one press; a rejection asks why. */
export function ApprovalButtons({ id, step, number, title, isOnAlert = false }: ApprovalButtonsProps): ReactNode {
  const t = useText()
  const decide = useDecide()
  const [isRejecting, setRejecting] = useState(false)
  const look = isOnAlert ? { color: 'inherit', variant: 'outlined', sx: { borderColor: 'currentcolor', bgcolor: 'transparent' } } as const : { variant: 'outlined' } as const
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      <Button
        size="small" startIcon={<Check />} aria-label={t('approvals.approveTitle', { number })} disabled={decide.isPending} onClick={() => decide.approve({ id, step })}
        {...(isOnAlert ? look : { variant: 'contained' })}
      >
        {t('buttons.approve')}
      </Button>
      <Button size="small" startIcon={<Close />} aria-label={t('approvals.rejectTitle', { number })} disabled={decide.isPending} onClick={() => setRejecting(true)} {...look}>
        {t('buttons.reject')}
      </Button>
      {isRejecting && (
        <ConfirmWithReason
          title={t('approvals.rejectTitle', { number })} text={t('approvals.rejectText', { title })} confirmLabel={t('buttons.reject')} isDangerous
          onConfirm={reason => decide.reject({ id, step }, reason)} onDone={() => setRejecting(false)} onCancel={() => setRejecting(false)}
        />
      )}
    </Box>
  )
}
