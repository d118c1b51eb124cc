import Step from '@mui/material/Step'
import StepLabel from '@mui/material/StepLabel'
import Stepper from '@mui/material/Stepper'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'

const steps = ['file', 'columns', 'check', 'done'] as const
export type ImportStep = (typeof steps)[number]

/** Where in an import one is. */
export function ImportSteps({ current }: { readonly current: ImportStep }): ReactNode {
  const t = useText()
  const at = steps.indexOf(current)
  return (
    <Stepper activeStep={current === 'done' ? steps.length : at} sx={{ maxWidth: 760, '& .MuiStepLabel-label': { fontSize: '0.875rem' } }}>
      {steps.map((step, place) => (
        <Step key={step} completed={place < at || current === 'done'}>
          <StepLabel aria-current={step === current ? 'step' : undefined}>{t(`imports.steps.${step}`)}</StepLabel>
        </Step>
      ))}
    </Stepper>
  )
}
