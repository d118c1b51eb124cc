import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { clearing } from '../../shared/clean-up/contract.ts'
import { clearScopes, type ClearScope } from '../../shared/clean-up/parts.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Panel } from '../components/panel.tsx'
import { useApi } from '../core/api.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { ClearDialog } from './clear-dialog.tsx'
import { Counts } from './counts.tsx'
import { SamplePanel } from './sample-panel.tsx'

/** Beginning in earnest: what would go is in sight before anything does. */
export function CleanUpScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { integer } = useFormats()
  const [scope, setScope] = useState<ClearScope>('transactions')
  const [isAsking, setAsking] = useState(false)
  const { data: preview, error, refetch } = useLive(api.cleanUp.previewClear, { scope })
  const rows = preview?.goes.reduce((sum, { rows: count }) => sum + count, 0) ?? 0
  return (
    <PageFrame title={t('cleanUp.title')}>
      <Typography sx={{ maxWidth: 820, color: 'text.secondary' }}>{t('cleanUp.explanation')}</Typography>
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      <Panel
        title={t('cleanUp.scope')}
        actions={may(clearing) && <Button variant="contained" color="error" startIcon={<CleaningServices />} disabled={rows === 0} onClick={() => setAsking(true)}>{t('cleanUp.begin')}</Button>}
      >
        <Box sx={{ p: 2, display: 'grid', gap: 2 }}>
          <RadioGroup aria-label={t('cleanUp.scope')} value={scope} onChange={(_event, chosen) => setScope(chosen as ClearScope)} sx={{ gap: 1 }}>
            {clearScopes.map(one => (
              <FormControlLabel
                key={one} value={one} control={<Radio />}
                label={<>{t(`cleanUp.scopes.${one}`)}<Typography variant="caption" component="span" sx={{ display: 'block', color: 'text.secondary' }}>{t(`cleanUp.scopeHints.${one}`)}</Typography></>}
              />
            ))}
          </RadioGroup>
          {!may(clearing) && <Alert severity="info">{t('cleanUp.lookOnly', { needed: permissionText(clearing) })}</Alert>}
          {preview && preview.others > 0 && <Alert severity="warning">{t('cleanUp.others', { count: preview.others })}</Alert>}
          {preview && (
            <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, alignItems: 'start' }}>
              <Counts title={t('cleanUp.goes')} counts={preview.goes} note={rows === 0 ? t('cleanUp.nothing') : t('cleanUp.numbers')} isLoud />
              <Counts title={t('cleanUp.stays')} counts={preview.stays} note={t('cleanUp.always')} />
            </Box>
          )}
        </Box>
      </Panel>
      {preview && <SamplePanel isEmpty={preview.isEmpty} />}
      {isAsking && preview && <ClearDialog scope={scope} preview={preview} rows={integer(rows)} onClose={() => setAsking(false)} />}
    </PageFrame>
  )
}
