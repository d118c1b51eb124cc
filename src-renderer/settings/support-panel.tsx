import MedicalServices from '@mui/icons-material/MedicalServicesOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { Panel } from '../components/panel.tsx'

/** What helps somebody who helps from afar, as one file. */
export function SupportPanel(): ReactNode {
  const t = useText()
  const may = useMay()
  const { download } = useTransport()
  const job = useJob(useApi().support.exportBundle)
  async function save(): Promise<void> {
    const file = await job.run({})
    if (!file) return
    download(file)
    showDone(t('support.saved', { name: file.name }))
  }
  if (!may('settings.execute')) return null
  return (
    <Panel
      title={t('support.title')} explanation={t('support.explanation')}
      actions={<Button variant="outlined" size="small" startIcon={<MedicalServices />} disabled={job.isRunning} onClick={() => void save()}>{t('support.export')}</Button>}
    >
      <Typography component="p" variant="caption" sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>{t('support.recorded')}</Typography>
      <ProgressDialog title={t('support.export')} job={job} />
    </Panel>
  )
}
