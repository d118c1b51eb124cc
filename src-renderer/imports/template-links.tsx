import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { fileFormats, type FileFormat } from '../../shared/imports/file.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'

/** An empty list with the right headings, for whoever has no file yet. */
export function TemplateLinks({ target }: { readonly target: TargetName }): ReactNode {
  const t = useText()
  const { download } = useTransport()
  const job = useJob(useApi().imports.downloadTemplate)
  async function fetchTemplate(format: FileFormat): Promise<void> {
    const file = await job.run({ target, format })
    if (file) download(file)
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, color: 'text.secondary', fontSize: '0.875rem' }}>
      <span>{t('imports.start.template')}</span>
      {fileFormats.toReversed().map(format => (
        <Button key={format} size="small" variant="outlined" onClick={() => void fetchTemplate(format)}>{t(`imports.start.${format}`)}</Button>
      ))}
      <ProgressDialog title={t('imports.start.templateJob')} job={job} />
    </Box>
  )
}
