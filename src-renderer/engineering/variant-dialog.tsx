import { useMemo, type ReactNode } from 'react'
import type { BomLine } from '../../shared/engineering/boms.ts'
import { variantKinds } from '../../shared/engineering/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { masterOption } from './sources.ts'

/** What may stand in for a component; it counts once it is approved. */
export function VariantDialog({ line, onClose }: { readonly line: BomLine; onClose(): void }): ReactNode {
  const t = useText()
  const { engineering, masters } = useApi()
  const source = useMemo(() => ({ call: masters.findItems, option: masterOption }), [masters])
  return (
    <FormDialog
      title={t('engineering.bom.addVariant')} subtitle={line.componentName} schema={engineering.addVariant.procedure.input} onClose={onClose} save={engineering.addVariant}
      values={{ bomLineId: line.id, itemId: '', kind: 'ALTERNATIVE', sequence: line.variants.length + 1, quantityVariancePercent: '0', weight: '1', leadTimeDays: 0 }}
    >
      <ReferenceField name="itemId" label={t('fields.itemId')} source={source} isRequired autoFocus />
      <FieldRow>
        <SelectField name="kind" label={t('fields.kind')} isRequired options={variantKinds.map(value => ({ value, label: t(`engineering.bomVariantKinds.${value}`) }))} />
        <IntegerField name="sequence" label={t('engineering.fields.sequence')} isRequired />
      </FieldRow>
      <FieldRow>
        <DecimalField name="quantityVariancePercent" label={t('engineering.fields.quantityVariancePercent')} unit="%" />
        <DecimalField name="weight" label={t('engineering.fields.weight')} />
        <IntegerField name="leadTimeDays" label={t('fields.leadTimeDays')} />
      </FieldRow>
    </FormDialog>
  )
}
