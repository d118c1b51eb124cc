import ExpandMore from '@mui/icons-material/ExpandMore'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactNode } from 'react'
import { maximumPageSize } from '../../shared/core/list.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'

export const bulkActs = ['role', 'section', 'menus', 'activate', 'deactivate'] as const
export type BulkAct = (typeof bulkActs)[number]

/** What can be done with several users at once. */
export function BulkActButton({ count, onChoose }: { readonly count: number; onChoose(act: BulkAct): void }): ReactNode {
  const t = useText()
  const may = useMay()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const labels = {
    role: t('identity.bulk.role'), section: t('identity.bulk.section'), menus: t('identity.bulk.menus'), activate: t('buttons.activate'), deactivate: t('buttons.deactivate'),
  } satisfies Record<BulkAct, string>
  const offered = bulkActs.filter(act => may(act === 'activate' || act === 'deactivate' ? 'identity.delete' : 'identity.update'))
  const isTooMany = count > maximumPageSize
  return (
    <>
      <Button size="small" variant="outlined" endIcon={<ExpandMore />} disabled={isTooMany} aria-haspopup="menu" onClick={event => setAnchor(event.currentTarget)}>
        {isTooMany ? t('identity.bulk.tooMany', { maximum: maximumPageSize }) : t('identity.bulk.open')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {offered.map(act => (
          <MenuItem key={act} onClick={() => { setAnchor(null); onChoose(act) }} sx={act === 'deactivate' ? { color: 'error.main' } : undefined}>{labels[act]}</MenuItem>
        ))}
      </Menu>
    </>
  )
}
