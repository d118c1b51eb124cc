import type { ReactNode } from 'react'
import type { Card } from '../../shared/kanban/cards.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { keepFresh } from './fresh-cards.ts'

/** Who decides over a request rejects it; who asked, or stands for the section that did, cancels. */
export function useIsDecider(): (card: Card) => boolean {
  const may = useMay()
  const { id, sections } = useUser()
  return ({ requestedBy }) => !may('kanban.create') || (may('kanban.approve') && sections === 'all' && requestedBy !== id)
}

/** Both say why. */
export function CancelDialog({ card, onClose }: { readonly card: Card; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { decimal } = useFormats()
  const isAsker = !useIsDecider()(card)
  const { id, version, number } = card

  async function cancel(reason: string): Promise<void> {
    keepFresh(await (isAsker ? api.kanban.cancelCard : api.kanban.rejectCard)({ id, version, reason }))
    showDone(t('kanban.done.cancelled', { number }))
  }
  return (
    <ConfirmWithReason
      title={isAsker ? t('kanban.cancel.title', { number }) : t('kanban.cancel.rejectTitle', { number })} isDangerous confirmLabel={t(isAsker ? 'kanban.acts.cancel' : 'kanban.acts.reject')}
      text={t('kanban.cancel.text', { quantity: decimal(card.quantity), unit: card.unitCode, item: card.itemName, section: card.sectionName })}
      onConfirm={cancel} onDone={onClose} onCancel={onClose}
    />
  )
}
