import { useState, type ReactNode } from 'react'
import { documentKinds, hasPlace, type DocumentKind } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument } from '../../shared/warehouse/documents.ts'
import { issuePurposes } from '../../shared/warehouse/rules.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useEntryValue, useStores } from './entry-item.ts'
import { usePartnerSource } from './partner-source.ts'
import { PlaceField } from './place-field.tsx'

const kindKey = 'lantai.warehouse.documentKind'
/** Where most goods stand, in every factory. */
const mainStore = 'WH-MAIN'

/** The head of a new document; its goods are entered on its page. The kind that was chosen last is proposed, and the main store. */
export function NewDocument({ onMade, onClose }: { onMade(document: StockDocument): void; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const stores = useStores()
  const main = stores.find(({ code }) => code === mainStore)?.id ?? null
  const [kind] = useState(() => documentKinds.find(one => one === localStorage.getItem(kindKey)) ?? 'TRANSFER')
  // What a form proposes is fixed when it opens.
  if (stores.length === 0) return null
  return (
    <FormDialog
      title={t('warehouse.documents.addTitle')} schema={api.warehouse.createStockDocument.procedure.input} saveLabel={t('warehouse.documents.make')} onClose={onClose}
      values={{ kind, fromLocationId: main, toLocationId: kind === 'RECEIPT' ? main : null, issuedFor: 'PRODUCTION', partnerId: null, reference: '', notes: '' }}
      save={async input => {
        localStorage.setItem(kindKey, input.kind)
        onMade(await api.warehouse.createStockDocument(input))
      }}
    >
      <KindFields />
    </FormDialog>
  )
}

function KindFields(): ReactNode {
  const t = useText()
  const chosen = useEntryValue('kind')
  const kind = documentKinds.find(one => one === chosen) ?? 'TRANSFER'
  return (
    <>
      <SelectField
        name="kind" label={t('warehouse.documents.kind')} hint={t(`warehouse.documents.kindHints.${kind}`)} isRequired autoFocus
        options={documentKinds.map(value => ({ value, label: t(`warehouse.documents.kinds.${value}`) }))}
      />
      <HeadFields kind={kind} />
    </>
  )
}

export function EditDocument({ document, onClose }: { readonly document: StockDocument; onClose(): void }): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const { id, version, fromLocationId, toLocationId, issuedFor, partnerId, partnerName, reference, notes } = document
  return (
    <FormDialog
      title={t('warehouse.documents.edit')} subtitle={document.number} schema={warehouse.updateStockDocument.procedure.input} save={warehouse.updateStockDocument} onClose={onClose}
      values={{ id, version, fromLocationId, toLocationId, issuedFor, partnerId, reference, notes }} reread={async () => (await warehouse.getStockDocument({ id })).document}
    >
      <HeadFields kind={document.kind} supplier={partnerId === null ? undefined : { id: partnerId, code: '', name: partnerName ?? '' }} isFirst />
    </FormDialog>
  )
}

interface HeadFieldsProps { readonly kind: DocumentKind; readonly supplier?: { readonly id: string; readonly code: string; readonly name: string } | undefined; readonly isFirst?: boolean }

/** What a document of this kind has. */
function HeadFields({ kind, supplier, isFirst = false }: HeadFieldsProps): ReactNode {
  const t = useText()
  const suppliers = usePartnerSource()
  const from = { RECEIPT: '', TRANSFER: t('warehouse.entry.fromPlace'), ISSUE: t('warehouse.entry.fromPlace'), ADJUSTMENT: t('warehouse.documents.place') }[kind]
  return (
    <>
      {hasPlace(kind, 'fromLocationId') && <PlaceField name="fromLocationId" label={from} isOptional hint={t('warehouse.documents.placeHint')} autoFocus={isFirst} />}
      {hasPlace(kind, 'toLocationId') && (
        <PlaceField
          name="toLocationId" label={t(kind === 'TRANSFER' ? 'warehouse.entry.toPlace' : 'warehouse.entry.intoPlace')} isOptional hint={t('warehouse.documents.placeHint')}
          autoFocus={isFirst && kind === 'RECEIPT'} {...(kind === 'TRANSFER' && { exceptFor: 'fromLocationId' })}
        />
      )}
      {kind === 'ISSUE' && <SelectField name="issuedFor" label={t('warehouse.fields.purpose')} isRequired options={issuePurposes.map(value => ({ value, label: t(`warehouse.purposes.${value}`) }))} />}
      {kind === 'RECEIPT' && <ReferenceField name="partnerId" label={t('warehouse.documents.partner')} source={suppliers} known={supplier} />}
      <TextField name="reference" label={t('warehouse.documents.reference')} />
      <TextField name="notes" label={t(kind === 'ADJUSTMENT' ? 'warehouse.documents.reason' : 'warehouse.fields.note')} rows={2} isRequired={kind === 'ADJUSTMENT'} />
    </>
  )
}
