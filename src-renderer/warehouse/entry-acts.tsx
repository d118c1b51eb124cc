import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useEffectEvent, useState, type ComponentType, type ReactNode } from 'react'
import { useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useBegin } from '../core/begin.ts'
import { useText, type Translate } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import { ConsumeDialog, useIsOwnStore } from './consume-dialog.tsx'
import { useStores } from './entry-item.ts'
import { IssueDialog } from './issue-dialog.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'
import { actIcons, actPermissions, stockActs, type EntryDialogProps, type EntryStart, type StockAct } from './stock-acts.ts'
import { TransferDialog } from './transfer-dialog.tsx'

const dialogs: Readonly<Record<StockAct, ComponentType<EntryDialogProps>>> = {
  receive: ReceiveDialog,
  transfer: TransferDialog,
  issue: IssueDialog,
  adjust: AdjustDialog,
  consume: ConsumeDialog,
}

export interface EntryActs {
  /** What this user may enter. */
  readonly allowed: readonly StockAct[]
  begin(act: StockAct): void
  readonly buttons: readonly ReactNode[]
  readonly dialog: ReactNode
}

/** The stock entries of a screen: their buttons, their keys, and the dialog that is open. */
export function useEntryActs(start: EntryStart): EntryActs {
  const t = useText()
  const may = useMay()
  const isOwn = useIsOwnStore()
  const stores = useStores()
  const hasOwnStore = stores.some(isOwn)
  // Whoever issues stock anyway has "used in production" there.
  const canConsume = hasOwnStore && !may(actPermissions.issue)
  const [open, setOpen] = useState<StockAct>()
  const allowed = stockActs.filter(act => may(actPermissions[act]) && (act !== 'consume' || canConsume))
  const main = allowed.at(-1)
  useActKeys(allowed, open === undefined, setOpen)
  useBegin(Object.fromEntries(allowed.map(act => [act, () => setOpen(act)])), stores.length > 0)
  const Dialog = open && dialogs[open]
  return {
    allowed,
    begin: setOpen,
    buttons: allowed.map(act => {
      const Icon = actIcons[act]
      const key = t(`warehouse.keys.${act}`)
      return (
        <Tooltip key={act} title={t('warehouse.keys.tip', { act: t(`warehouse.entry.${act}`), key })}>
          <Button
            variant={act === main ? 'contained' : 'outlined'}
            color={act === main ? 'primary' : 'inherit'}
            startIcon={<Icon />}
            aria-keyshortcuts={`Alt+${key}`}
            onClick={() => setOpen(act)}
          >
            {t(`warehouse.acts.${act}`)}
          </Button>
        </Tooltip>
      )
    }),
    dialog: Dialog && <Dialog key={open} start={start} onClose={() => setOpen(undefined)} />,
  }
}

/** Alt and a letter of the user's own words. A letter alone would answer to a scanner, which types on any screen. */
function useActKeys(allowed: readonly StockAct[], isFree: boolean, begin: (act: StockAct) => void): void {
  const t = useText()
  useKeyHints(entryKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isFree || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const act = allowed.find(one => event.code === `Key${t(`warehouse.keys.${one}`)}`)
    if (act === undefined || document.querySelector('[role=dialog], [role=menu]')) return
    event.preventDefault()
    begin(act)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function entryKeys(t: Translate): KeyHintGroup {
  return {
    title: t('warehouse.keys.title'),
    hints: stockActs.toReversed().map(act => ({ keys: ['Alt', t(`warehouse.keys.${act}`)], text: t(`warehouse.entry.${act}`) })),
  }
}
