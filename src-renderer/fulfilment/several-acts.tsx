import ExpandMore from '@mui/icons-material/ExpandMore'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState, type ReactNode } from 'react'
import { maximumPageSize } from '../../shared/core/list.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { canBeHeld, isOver } from '../../shared/fulfilment/rules.ts'
import { useText } from '../core/i18n.ts'

export const severalActs = ['express', 'hold', 'release', 'high', 'medium', 'low'] as const
export type SeveralAct = (typeof severalActs)[number]
export const prioritiesOf = { high: 'HIGH', medium: 'MEDIUM', low: 'LOW' } as const

/** Whether an act would change anything of an invoice; whether it may is the host's to say. */
export function concerns(act: SeveralAct, invoice: Invoice): boolean {
  const { status, isOnHold, priority } = invoice
  if (isOver(status)) return false
  if (act === 'express') return status === 'INVOICED'
  if (act === 'hold') return !isOnHold && canBeHeld(invoice)
  return act === 'release' ? isOnHold : priority !== prioritiesOf[act]
}

/** What billing can do with several invoices at once. */
export function SeveralActsButton({ count, onChoose }: { readonly count: number; onChoose(act: SeveralAct): void }): ReactNode {
  const t = useText()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isTooMany = count > maximumPageSize
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        endIcon={<ExpandMore />}
        disabled={isTooMany}
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
      >
        {isTooMany ? t('fulfilment.billing.several.tooMany', { maximum: maximumPageSize }) : t('fulfilment.billing.several.open')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {severalActs.map(act => (
          <MenuItem
            key={act}
            onClick={() => {
              setAnchor(null)
              onChoose(act)
            }}
          >
            {t(`fulfilment.billing.several.acts.${act}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
