import Cancel from '@mui/icons-material/CancelOutlined'
import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import Timelapse from '@mui/icons-material/TimelapseOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ApprovalDetail } from '../../shared/approvals/contract.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useStepText } from './request-words.ts'

type StepState = ApprovalDetail['steps'][number]

/** The way of a request: who decided when and why, and who is waited for. */
export function RequestSteps({ detail: { request, steps } }: { readonly detail: ApprovalDetail }): ReactNode {
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
      {steps.map((state, at) => <Step key={at} state={state} number={at + 1} isAwaited={request.status === 'PENDING' && at === request.step} />)}
    </Box>
  )
}

function Step({ state, number, isAwaited }: { readonly state: StepState; readonly number: number; readonly isAwaited: boolean }): ReactNode {
  const t = useText()
  const stepText = useStepText()
  const { instant } = useFormats()
  const { step, deciders, decision } = state
  const [Icon, color] = decision ? (decision.verdict === 'APPROVED' ? [CheckCircle, 'success.main'] : [Cancel, 'error.main']) : isAwaited ? [Timelapse, 'primary.main'] : [RadioButtonUnchecked, 'text.secondary']
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '24px 1fr', columnGap: 1 }} aria-current={isAwaited ? 'step' : undefined}>
      <Icon aria-hidden sx={{ fontSize: 22, color }} />
      <Box>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>{t('approvals.stepNumber', { step: number })}: {stepText(step)}</Typography>
        {decision && (
          <Typography variant="body2">
            {t('approvals.decided', { name: decision.byName, verdict: t(`approvals.verdicts.${decision.verdict}`), at: instant(decision.at) })}
            {decision.rightOfName !== null && ` · ${t('approvals.standIn', { name: decision.rightOfName })}`}
          </Typography>
        )}
        {decision && decision.note !== '' && <Typography variant="body2" sx={{ mt: 0.25, pl: 1, borderLeft: 3, borderColor: 'secondary.main' }}>{decision.note}</Typography>}
        {!decision && isAwaited && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{deciders.length > 0 ? t('approvals.waitsFor', { names: deciders.join(', ') }) : t('approvals.waitsForNobody')}</Typography>
        )}
      </Box>
    </Box>
  )
}
