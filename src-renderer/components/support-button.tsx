import MedicalServices from '@mui/icons-material/MedicalServicesOutlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { ProgressDialog } from './progress-dialog.tsx'

/** Makes the support bundle and saves it; nothing for those who may not. */
export function SupportButton(): ReactNode {
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
    <>
      <Button variant="outlined" size="small" startIcon={<MedicalServices />} disabled={job.isRunning} onClick={() => void save()}>{t('support.export')}</Button>
      <ProgressDialog title={t('support.export')} job={job} />
    </>
  )
}
