import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { Panel } from '../components/panel.tsx'
import { SiteDialog } from './site-dialog.tsx'

/** The factory itself, as it stands at the head of documents. */
export function SitePanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const { data: site } = useLive(api.settings.getSite, {})
  if (!site) return null
  const facts = [
    [t('settings.site.name'), site.name],
    [t('settings.site.address'), site.address],
    [t('settings.site.phone'), site.phone],
    [t('settings.site.timeZone'), site.timeZone],
    [t('settings.site.currency'), site.currency],
  ] as const
  return (
    <Panel
      title={t('settings.site.title')} explanation={t('settings.site.explanation')}
      actions={may('settings.update') && <Button variant="outlined" size="small" startIcon={<Edit />} aria-label={t('settings.site.edit')} onClick={() => setEditing(true)}>{t('buttons.edit')}</Button>}
    >
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { sm: '180px 1fr' }, columnGap: 2, rowGap: 0.75, m: 0, px: 2, py: 1.5, '& dt': { color: 'text.secondary' }, '& dd': { m: 0, whiteSpace: 'pre-line' } }}>
        {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value || '–'}</dd>])}
      </Box>
      <Typography component="p" variant="caption" sx={{ px: 2, pb: 1.5, color: 'text.secondary' }}>{t('settings.site.fixed')}</Typography>
      {isEditing && <SiteDialog site={site} onClose={() => setEditing(false)} />}
    </Panel>
  )
}
