import type { ReactNode } from 'react'
import type { Lot } from '../../shared/warehouse/lots.ts'
import { DateField } from '../components/date-field.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { usePartnerSource } from './partner-source.ts'

/** What became known of a lot after it came in. */
export function LotForm({ lot, onClose }: { readonly lot: Lot; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const source = usePartnerSource()
  const { id, version, expiresOn, supplierLot, partnerId, partnerName, notes } = lot
  return (
    <FormDialog
      title={t('warehouse.lots.editTitle', { code: lot.code })}
      schema={api.warehouse.updateLot.procedure.input}
      values={{ id, version, expiresOn, supplierLot, partnerId, notes }}
      save={api.warehouse.updateLot}
      reread={() => api.warehouse.getLot({ id })}
      onClose={onClose}
    >
      <FieldRow>
        <DateField name="expiresOn" label={t('warehouse.lots.expires')} autoFocus />
        <TextField name="supplierLot" label={t('warehouse.lots.supplierLot')} />
      </FieldRow>
      <ReferenceField
        name="partnerId"
        label={t('warehouse.lots.partner')}
        source={source}
        known={partnerId === null || partnerName === null ? null : { id: partnerId, code: '', name: partnerName }}
      />
      <TextField name="notes" label={t('warehouse.lots.notes')} rows={3} />
    </FormDialog>
  )
}
