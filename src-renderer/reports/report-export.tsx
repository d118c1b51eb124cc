import Download from '@mui/icons-material/DownloadOutlined'
import Pdf from '@mui/icons-material/PictureAsPdfOutlined'
import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { exportFormats, type ExportFormat, type FilterInput } from '../../shared/reports/report.ts'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { showDone } from '../core/toasts.ts'

export interface ReportExportProps { readonly report: string; readonly title: string; readonly filters: Readonly<Record<string, FilterInput>> }

/** PDF to print and sign, Excel and CSV to go on with: all rows as the filters have them, in the language of the screen. */
export function ReportExport({ report, title, filters }: ReportExportProps): ReactNode {
  const t = useText()
  const api = useApi()
  const [language] = useLanguage()
  const { download, print } = useTransport()
  const job = useJob(api.reports.exportReport)
  const [format, setFormat] = useState<ExportFormat>('pdf')
  const make = (chosen: ExportFormat) => {
    setFormat(chosen)
    return job.run({ report, filters: { ...filters }, format: chosen, language })
  }
  const begin = async (chosen: ExportFormat) => {
    const file = await make(chosen)
    if (!file) return
    download(file)
    showDone(t('reports.ready', { name: file.name }))
  }
  const beginPrint = async () => {
    const file = await make('pdf')
    if (file) print(file)
  }
  return (
    <>
      {[...exportFormats].reverse().map(one => (
        <Button
          key={one} variant={one === 'pdf' ? 'contained' : 'outlined'} startIcon={one === 'pdf' ? <Pdf /> : <Download />} disabled={job.isRunning}
          onClick={() => void begin(one)} aria-label={t('reports.makeFile', { format: t(`reports.${one}`) })}
        >
          {t(`reports.${one}`)}
        </Button>
      ))}
      <Button variant="outlined" startIcon={<Print />} disabled={job.isRunning} onClick={() => void beginPrint()}>{t('buttons.print')}</Button>
      <ProgressDialog title={t('reports.making', { name: `${title} (${t(`reports.${format}`)})` })} job={job} />
    </>
  )
}
