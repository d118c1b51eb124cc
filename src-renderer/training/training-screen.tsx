import School from '@mui/icons-material/SchoolOutlined'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { AppError } from '../../shared/core/errors.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { errorText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useIsTraining } from '../core/training.ts'
import { DrillsPanel } from './drills-panel.tsx'
import { StatePanel } from './state-panel.tsx'

/** How people practise, whether somebody does now, and what every copy for it has shown of the backups. */
export function TrainingScreen(): ReactNode {
  const t = useText()
  if (useIsTraining()) {
    return <PageFrame title={t('training.title')} fills><EmptyState icon={<School />} title={t('training.banner.text')} hint={errorText(new AppError('live-only'))} /></PageFrame>
  }
  return (
    <PageFrame title={t('training.title')}>
      <Typography sx={{ maxWidth: 820, color: 'text.secondary' }}>{t('training.screen.explanation')}</Typography>
      <StatePanel />
      <DrillsPanel />
    </PageFrame>
  )
}
