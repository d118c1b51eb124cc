import type { ReactNode } from 'react'
import { issuePurposes } from '../../shared/warehouse/rules.ts'
import { FieldRow } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useAnnounceMove } from './announce-move.ts'
import { postAt, takingReasons } from './entry-errors.ts'
import { ItemField } from './item-field.tsx'
import { LabelScan } from './label-scan.tsx'
import { LotField } from './lot-field.tsx'
import { PlaceField } from './place-field.tsx'
import { TakenQuantityField } from './quantity-field.tsx'
import { ShortageHelp } from './shortage-help.tsx'
import type { EntryDialogProps } from './stock-acts.ts'
import { StockEntry } from './stock-entry.tsx'

export function IssueDialog({ start, onClose }: EntryDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const announce = useAnnounceMove()
  const purposes = issuePurposes.map(value => ({ value, label: t(`warehouse.purposes.${value}`) }))
  return (
    <StockEntry
      act="issue"
      start={start}
      onClose={onClose}
      schema={api.warehouse.issueStock.procedure.input}
      kept={['fromLocationId', 'purpose', 'note']}
      values={{ itemId: start.item?.id, fromLocationId: start.locationId, purpose: 'PRODUCTION', note: '' }}
      save={async input =>
        announce({ act: 'issue', move: await postAt('quantity', takingReasons, api.warehouse.issueStock(input)), placeId: input.fromLocationId })
      }
    >
      {isItemGiven => (
        <>
          <ItemField known={start.item} autoFocus={!isItemGiven} onlyWithStock />
          <FieldRow>
            <PlaceField name="fromLocationId" label={t('warehouse.entry.fromPlace')} onlyWithStock proposesFullest autoFocus={isItemGiven} />
            <SelectField name="purpose" label={t('warehouse.fields.purpose')} options={purposes} isRequired />
          </FieldRow>
          <LotField place="fromLocationId" />
          <TakenQuantityField place="fromLocationId" />
          <ShortageHelp place="fromLocationId" />
          <TextField name="note" label={t('warehouse.fields.note')} placeholder={t('warehouse.entry.issueNoteHint')} />
          <LabelScan takesFrom="fromLocationId" />
        </>
      )}
    </StockEntry>
  )
}
