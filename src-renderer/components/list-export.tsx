import FileDownload from '@mui/icons-material/FileDownloadOutlined'
import IconButton from '@mui/material/IconButton'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Tooltip from '@mui/material/Tooltip'
import { useState, type ReactNode } from 'react'
import { fileFormats } from '../../shared/imports/file.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { ProgressDialog } from './progress-dialog.tsx'

export interface ListExportProps { readonly target: TargetName; /** What is exported, as its screen is called. */ readonly title: string }

/** The whole list as a file that can be imported again: what is not changed in it changes nothing (IO-3). */
export function ListExport({ target, title }: ListExportProps): ReactNode {
  const t = useText()
  const { download } = useTransport()
  const job = useJob(useApi().imports.exportList)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  async function save(format: (typeof fileFormats)[number]): Promise<void> {
    setAnchor(null)
    const file = await job.run({ target, format })
    if (file) download(file)
  }
  return (
    <>
      <Tooltip title={t('buttons.export')}>
        <IconButton aria-label={t('buttons.export')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
          <FileDownload fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('buttons.export'), dense: true } }}>
        {fileFormats.toReversed().map(format => <MenuItem key={format} onClick={() => void save(format)}>{t(`masters.formats.${format}`)}</MenuItem>)}
      </Menu>
      <ProgressDialog title={t('masters.exporting', { title })} job={job} />
    </>
  )
}
