import Download from '@mui/icons-material/DownloadOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { showDone } from '../core/toasts.ts'

const formats = ['csv', 'xlsx'] as const

/** What the list shows, as a file. That it was taken is kept in the audit itself. */
export function EntriesExport({ search, filter }: { readonly search: string; readonly filter: object }): ReactNode {
  const t = useText()
  const [language] = useLanguage()
  const { download } = useTransport()
  const job = useJob(useApi().audit.exportEntries)
  const [format, setFormat] = useState<(typeof formats)[number]>('csv')
  async function take(chosen: (typeof formats)[number]): Promise<void> {
    setFormat(chosen)
    const file = await job.run({ search, filter, format: chosen, language })
    if (!file) return
    download(file)
    showDone(t('audit.list.exported', { name: file.name }))
  }
  return (
    <>
      {formats.map(one => (
        <Button key={one} variant="outlined" size="small" startIcon={<Download />} disabled={job.isRunning} aria-label={`${t('audit.list.export')} ${t(`audit.list.export_${one}`)}`} onClick={() => void take(one)}>
          {t(`audit.list.export_${one}`)}
        </Button>
      ))}
      <ProgressDialog title={t('audit.list.exporting', { format: t(`audit.list.export_${format}`) })} job={job} />
    </>
  )
}
