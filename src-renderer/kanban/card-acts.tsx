import { useState, type ReactNode } from 'react'
import type { Permission } from '../../shared/core/permissions.ts'
import type { Card } from '../../shared/kanban/cards.ts'
import { possibleActs, statusAfter, type CardAct, type CardStatus } from '../../shared/kanban/rules.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { CancelDialog, useIsDecider } from './cancel-dialog.tsx'
import { DeliverDialog } from './deliver-dialog.tsx'
import { keepFresh, whileMoving } from './fresh-cards.ts'

/** What a person does to a card as a whole; planned cards come up by themselves, deliveries are reversed one by one. */
export type ShownAct = Exclude<CardAct, 'submit' | 'reverseFulfilment'>

const needs: Readonly<Record<ShownAct, readonly Permission[]>> = {
  approve: ['kanban.approve'], withdrawApproval: ['kanban.approve'], start: ['kanban.execute'], withdrawStart: ['kanban.execute'], fulfil: ['kanban.execute'],
  cancel: ['kanban.create', 'kanban.approve'],
}

export interface CardActs {
  /** What this user may do to this card now. */
  possible(card: Card): readonly ShownAct[]
  /** Does it, or asks first what must be asked. */
  run(act: ShownAct, card: Card): void
  label(act: ShownAct, card: Card): string
  /** To be put somewhere on the screen. */
  readonly dialogs: ReactNode
}

/** The acts on cards, each with what it says when it is done and, for 10 seconds, its way back. */
export function useCardActs(): CardActs {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const isDecider = useIsDecider()
  const [asked, setAsked] = useState<{ readonly act: 'fulfil' | 'cancel'; readonly card: Card }>()
  const at = ({ id, version }: Card) => ({ id, version })
  const back = (work: Promise<Card>) => work.then(keepFresh)

  const approve = useCommand(api.kanban.approveCard, {
    onSuccess: keepFresh, done: ({ number }) => t('kanban.done.approved', { number }), undo: card => back(api.kanban.withdrawApproval(at(card))),
  })
  const withdrawApproval = useCommand(api.kanban.withdrawApproval, { onSuccess: keepFresh, done: ({ number }) => t('kanban.done.withdrawn', { number }) })
  const start = useCommand(api.kanban.startCard, {
    onSuccess: keepFresh, done: ({ number }) => t('kanban.done.started', { number }), undo: card => back(api.kanban.withdrawStart(at(card))),
  })
  const withdrawStart = useCommand(api.kanban.withdrawStart, { onSuccess: keepFresh, done: ({ number }) => t('kanban.done.unstarted', { number }) })
  const simple = { approve, withdrawApproval, start, withdrawStart }

  return {
    label: (act, card) => (act === 'cancel' && isDecider(card) ? t('kanban.acts.reject') : t(`kanban.acts.${act}`)),
    possible: card => possibleActs(card).filter((act): act is ShownAct => act in needs && needs[act as ShownAct].some(may)),
    run(act, card) {
      if (act === 'fulfil' || act === 'cancel') return setAsked({ act, card })
      const to: CardStatus = statusAfter(card, act) ?? card.status
      // What fails is told by the command itself.
      whileMoving(card.id, to, () => simple[act].mutateAsync(at(card))).catch(() => undefined)
    },
    dialogs: asked && (asked.act === 'fulfil'
      ? <DeliverDialog card={asked.card} onClose={() => setAsked(undefined)} />
      : <CancelDialog card={asked.card} onClose={() => setAsked(undefined)} />),
  }
}
