import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { isCreditedWhole } from '../../shared/fulfilment/credits.ts'
import { cancelEvents, canBeHeld, invoiceAfter, isOver, returnSectionOf, returnSections, type ReturnSection } from '../../shared/fulfilment/rules.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { ActsMenu } from './acts-menu.tsx'
import { BillDialog } from './bill-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { hasCourier, PapersButton } from './floor-papers.tsx'
import { ReasonActs, type ReasonAct } from './reason-acts.tsx'
import { RepickDialog } from './repick-dialog.tsx'
import { SeveralDialog } from './several-dialog.tsx'

const acts = ['correct', 'endCredited', 'repick', 'express', 'change', 'hold', 'release', 'return', 'cancel', 'force'] as const
type Act = (typeof acts)[number]
/** What leads an invoice on; the rest stands in the menu. */
const leading: readonly Act[] = ['correct', 'endCredited', 'repick', 'express']

/** What may be done with an invoice, by who looks at it and where it stands. */
export function InvoiceActs({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const may = useMay()
  const { fulfilment } = useApi()
  const [act, setAct] = useState<Act>()
  const release = useCommand(fulfilment.changeInvoice, { done: ({ number }) => t('fulfilment.billing.acts.released', { number }) })
  const end = useCommand(fulfilment.cancelCredited, { done: ({ number }) => t('fulfilment.billing.acts.endedCredited', { number }) })
  const { id, version, number, status, isOnHold, billingStatus, lines, creditNotes } = invoice
  const stage = cancellable(invoice)
  const isOpen = !isOver(status)
  const [settles, works] = [may('fulfilment.update'), may('fulfilment.execute')]
  const shown: Readonly<Record<Act, boolean>> = {
    correct: settles && status === 'REVIEW',
    endCredited:
      settles &&
      status === 'REVIEW' &&
      isCreditedWhole(
        lines,
        creditNotes.flatMap(note => note.lines),
      ),
    repick: works && status === 'PICKING' && billingStatus === 'RE_INVOICED',
    express: settles && status === 'INVOICED',
    change: settles && isOpen,
    hold: settles && !isOnHold && canBeHeld(invoice),
    release: settles && isOpen && isOnHold,
    return: works && returnSectionOf(status) !== undefined,
    cancel: works && stage !== undefined,
    force: may('process.forceCompleteInvoice') && isOpen && status !== 'REVIEW',
  }
  const close = () => setAct(undefined)
  const choose = (one: Act) => {
    if (one === 'release') return release.mutate({ id, version, isOnHold: false })
    setAct(one)
  }
  const labelOf = (one: Act) =>
    one === 'cancel' && stage !== undefined ? t(`fulfilment.billing.acts.cancelStage.${stage}`) : t(`fulfilment.billing.acts.${one}`)
  const reasonAct = reasonActOf(act, stage)
  return (
    <>
      <PapersButton invoice={invoice} hasCourier={hasCourier(invoice)} />
      <ActsMenu
        label={t('fulfilment.billing.acts.more')}
        acts={acts
          .filter(one => shown[one] && !leading.includes(one))
          .map(one => ({ label: labelOf(one), isDangerous: one === 'cancel' || one === 'force', onChoose: () => choose(one) }))}
      />
      {leading
        .filter(one => shown[one])
        .map(one => (
          <Button key={one} variant="contained" onClick={() => choose(one)}>
            {t(`fulfilment.billing.acts.${one}`)}
          </Button>
        ))}
      {act === 'correct' && <BillDialog invoice={invoice} onClose={close} />}
      {act === 'endCredited' && (
        <ConfirmDialog
          title={t('fulfilment.billing.acts.endTitle', { number })}
          text={t('fulfilment.billing.acts.endText', { notes: creditNotes.map(note => note.number).join(', ') })}
          confirmLabel={t('fulfilment.billing.acts.endCredited')}
          isDangerous
          onConfirm={() => {
            close()
            end.mutate({ id, version })
          }}
          onCancel={close}
        />
      )}
      {act === 'repick' && <RepickDialog invoice={invoice} onClose={close} />}
      {act === 'express' && <SeveralDialog act="express" ids={[id]} onDone={close} onClose={close} />}
      {act === 'change' && <ChangeDialog invoice={invoice} onClose={close} />}
      {reasonAct && <ReasonActs invoice={invoice} act={reasonAct} onClose={close} />}
    </>
  )
}

/** The stage that can be taken back: of what is packed, only a delivery that was begun. */
function cancellable({ status, deliveryStatus }: InvoiceDetail): ReturnSection | undefined {
  const stage = returnSections.find(one => invoiceAfter(status, cancelEvents[one]) !== undefined)
  return status === 'PACKED' && deliveryStatus !== 'TO_CONSIDER' ? undefined : stage
}

function reasonActOf(act: Act | undefined, stage: ReturnSection | undefined): ReasonAct | undefined {
  if (act === 'hold' || act === 'return' || act === 'force') return { kind: act }
  return act === 'cancel' && stage !== undefined ? { kind: 'cancel', stage } : undefined
}
