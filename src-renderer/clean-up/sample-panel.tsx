import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Panel } from '../components/panel.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** The demo factory's masters, for a factory that has none yet. */
export function SamplePanel({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  const t = useText()
  const may = useMay()
  const { integer } = useFormats()
  const seed = useJob(useApi().cleanUp.seedMasters)
  if (!may('dataCare.execute')) return null
  const add = async () => {
    const made = await seed.run({})
    if (made) showDone(t('cleanUp.sample.done', { items: integer(made.items) }))
  }
  return (
    <Panel
      title={t('cleanUp.sample.title')} explanation={isEmpty ? t('cleanUp.sample.explanation') : t('cleanUp.sample.full')}
      actions={isEmpty && <Button variant="outlined" loading={seed.isRunning} onClick={() => void add()}>{t('cleanUp.sample.add')}</Button>}
    >
      {seed.error && <Box sx={{ p: 2 }}><Alert severity="error">{errorText(seed.error)}</Alert></Box>}
    </Panel>
  )
}
