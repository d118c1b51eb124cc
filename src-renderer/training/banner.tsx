import School from '@mui/icons-material/School'
import Box from '@mui/material/Box'
import Portal from '@mui/material/Portal'
import type { ReactNode } from 'react'
import { nextReset, trainingStamp } from '../../shared/training/rules.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useIsTraining } from '../core/training.ts'
import { onlyPrinted } from '../theme/print.ts'
import { bannerHeight, trainingOrange } from '../theme/training.ts'

/** Over every page of the training copy: that this is not the factory, and until when it lasts. On paper too. */
export function TrainingBanner(): ReactNode {
  const t = useText()
  const { time } = useFormats()
  const { timeZone } = useFactory()
  if (!useIsTraining()) return null
  return (
    <>
      <Box
        role="region" aria-label={t('training.title')}
        sx={{ minHeight: bannerHeight, display: 'flex', alignItems: 'center', gap: 1, px: 2, bgcolor: trainingOrange, color: '#ffffff', fontSize: '0.875rem', lineHeight: 1.3 }}
      >
        <School aria-hidden sx={{ fontSize: 20 }} />
        <Box component="strong" sx={{ letterSpacing: '0.06em' }}>{t('training.banner.word')}</Box>
        <Box component="span" sx={{ flex: 1, minWidth: 0 }}>{t('training.banner.text')}</Box>
        <Box component="span" sx={{ whiteSpace: 'nowrap', display: { xs: 'none', sm: 'inline' } }}>{t('training.banner.resets', { time: time(nextReset(new Date().toISOString(), timeZone)) })}</Box>
      </Box>
      <Portal>
        <Box
          aria-hidden
          sx={{ ...onlyPrinted, position: 'fixed', insetInline: 0, top: '42%', textAlign: 'center', transform: 'rotate(-28deg)', fontSize: '4.5rem', fontWeight: 800, color: trainingOrange, opacity: 0.22, zIndex: 9999, whiteSpace: 'nowrap' }}
        >
          {trainingStamp}
        </Box>
      </Portal>
    </>
  )
}

/** In the status bar of a desk that practises. */
export function TrainingStatus(): ReactNode {
  const t = useText()
  if (!useIsTraining()) return null
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontWeight: 600, color: 'secondary.main' }}>
      <School aria-hidden sx={{ fontSize: 16 }} />
      {t('training.title')}
    </Box>
  )
}
