import { useState, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { Sendable } from '../../shared/transfers/slips.ts'
import { FormDialog, FieldRow } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField, SelectInput } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { marksOf } from './looks.tsx'

type Receiver = Sendable['receivers'][number]

/** TR-1: how many of what was made go to whom, and onto which line. */
export function SendDialog({ work, onClose }: { readonly work: Sendable; onClose(): void }): ReactNode {
  const [receiverId, setReceiverId] = useState(work.receivers[0]?.workOrderId)
  const receiver = work.receivers.find(({ workOrderId }) => workOrderId === receiverId)
  return receiver && <ToReceiver key={receiver.workOrderId} work={work} receiver={receiver} onChosen={setReceiverId} onClose={onClose} />
}

interface ToReceiverProps { readonly work: Sendable; readonly receiver: Receiver; onChosen(workOrderId: string): void; onClose(): void }

function ToReceiver({ work, receiver, onChosen, onClose }: ToReceiverProps): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const [free] = [...receiver.lines.filter(({ isFit }) => isFit), ...receiver.lines]
  const lineLabel = ({ name: line, articleName, isFit }: Receiver['lines'][number]) => {
    if (articleName === null) return t('transfers.lineFree', { line })
    return isFit ? t('transfers.lineFits', { line }) : t('transfers.lineHolds', { line, article: articleName })
  }
  return (
    <FormDialog
      title={t('transfers.sendTitle', { goods: work.itemName ?? work.articleName })} subtitle={`${work.number} · ${marksOf(receiver)}`} schema={transfers.sendTransfer.procedure.input} saveLabel={t('transfers.sendSave')} onClose={onClose}
      values={{ fromWorkOrderId: work.workOrderId, toWorkOrderId: receiver.workOrderId, productionLineId: free?.id ?? null, quantity: decimalText(work.available), batch: '', notes: '' }}
      save={async input => {
        const { number, block, toSectionName: section } = await transfers.sendTransfer(input)
        showDone(block === null ? t('transfers.sentTo', { number, section }) : t('transfers.blockedNow', { number, block: t(`transfers.blocks.${block}`) }))
      }}
    >
      <SelectInput
        label={t('transfers.receiver')} value={receiver.workOrderId} onChange={id => id !== null && onChosen(id)}
        options={work.receivers.map(({ workOrderId, sectionName, stageName, number }) => ({ value: workOrderId, label: [...new Set([sectionName, stageName, number])].join(' · ') }))}
      />
      <FieldRow>
        <DecimalField name="quantity" label={t('transfers.fields.quantity')} unit={t('units.pieces')} isRequired autoFocus />
        {receiver.lines.length > 0 && <SelectField name="productionLineId" label={t('transfers.fields.productionLineId')} options={receiver.lines.map(line => ({ value: line.id, label: lineLabel(line) }))} />}
      </FieldRow>
      <TextField name="batch" label={t('transfers.fields.batch')} hint={t('transfers.batchHint')} />
      <TextField name="notes" label={t('transfers.fields.notes')} />
    </FormDialog>
  )
}
