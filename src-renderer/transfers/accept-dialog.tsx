import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { compareDecimals, decimalText, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { variancePercent } from '../../shared/transfers/rules.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { showDone, showError } from '../core/toasts.ts'
import { play } from '../core/sounds.ts'

/** TR-2: what was counted is taken in. A line that holds other goods, or too great a difference, blocks the slip instead, which is said. */
export function AcceptDialog({ slip, onClose }: { readonly slip: Transfer; onClose(): void }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { decimal } = useFormats()
  const { data } = useLive(transfers.listLines, { sectionId: slip.toSectionId })
  const lines = data?.filter(({ isActive }) => isActive)
  const { id, number } = slip
  return (
    <FormDialog
      title={t('transfers.acceptTitle', { number })} subtitle={t('transfers.acceptSubtitle', { goods: slip.itemName ?? slip.articleName, section: slip.fromSectionName, quantity: decimal(slip.quantity) })}
      schema={transfers.acceptTransfer.procedure.input} values={startOf(slip)} reread={async () => startOf(await transfers.getTransfer({ id }))} saveLabel={t('transfers.accept')} onClose={onClose}
      save={async input => {
        const answer = await transfers.acceptTransfer(input).catch((error: unknown) => {
          // Nothing is left to enter: who was first is told, wherever the second stands by then.
          if (!(error instanceof AppError && error.code === 'transfer-accepted')) throw error
          showError(error)
        })
        if (!answer) return play('wrong')
        if (answer.block !== null) play('wrong')
        showDone(answer.block === null ? t('transfers.accepted', { number, quantity: decimal(answer.receivedQuantity ?? answer.quantity) }) : t('transfers.blockedNow', { number, block: t(`transfers.blocks.${answer.block}`) }))
      }}
    >
      <DecimalField name="countedQuantity" label={t('transfers.counted')} hint={t('transfers.countedHint')} unit={t('units.pieces')} isRequired autoFocus />
      {lines !== undefined && lines.length > 0 && (
        <SelectField
          name="productionLineId" label={t('transfers.fields.productionLineId')}
          options={lines.map(line => ({ value: line.productionLineId, label: line.articleName === null ? t('transfers.lineFree', { line: line.name }) : t('transfers.lineHolds', { line: line.name, article: line.articleName }) }))}
        />
      )}
      <VarianceReason sent={slip.quantity} />
    </FormDialog>
  )
}

/** What was released or moved to another line while somebody counted takes their count all the same. */
function startOf({ id, version, productionLineId }: Transfer) {
  return { id, version, reason: '', ...(productionLineId !== null && { productionLineId }) }
}

/** TR-6: asked for once what was counted is not what was sent, with how much that is. */
function VarianceReason({ sent }: { readonly sent: Decimal }): ReactNode {
  const t = useText()
  const { decimal, plain } = useFormats()
  const counted = StockLevel.safeParse(useWatch({ name: 'countedQuantity' })).data
  if (counted === undefined || compareDecimals(counted, sent) === 0) return null
  const difference = { pieces: decimal(subtractDecimals(counted, sent)), percent: plain(decimalText(variancePercent(sent, counted))) }
  return <TextField name="reason" label={t('transfers.fields.varianceReason')} hint={t('transfers.reasonHint', difference)} rows={2} isRequired />
}
