import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactNode } from 'react'
import type { imports } from '../../shared/imports/contract.ts'
import { fileFormats, type FileFormat } from '../../shared/imports/file.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useTransport } from '../core/api.ts'
import type { Call } from '../core/client.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'

export interface FileMenuProps {
  readonly target: TargetName
  readonly call: Call<typeof imports.exportList> | Call<typeof imports.downloadTemplate>
  readonly label: string
  /** Heard instead of the label: of which list. */
  readonly name: string
  readonly progress: string
}

/** A list, or an empty one, as a file: Excel or CSV. */
export function FileMenu({ target, call, label, name, progress }: FileMenuProps): ReactNode {
  const t = useText()
  const { download } = useTransport()
  const job = useJob(call)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  async function save(format: FileFormat): Promise<void> {
    setAnchor(null)
    const file = await job.run({ target, format })
    if (file) download(file)
  }
  return (
    <>
      <Button size="small" aria-label={name} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>{label}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': name, dense: true } }}>
        {fileFormats.toReversed().map(format => <MenuItem key={format} onClick={() => void save(format)}>{t(`imports.start.${format}`)}</MenuItem>)}
      </Menu>
      <ProgressDialog title={progress} job={job} />
    </>
  )
}
