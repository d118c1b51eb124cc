import { useMemo, type ReactNode } from 'react'
import type { BomLine } from '../../shared/engineering/boms.ts'
import { variantKinds } from '../../shared/engineering/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField, IntegerField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { masterOption } from './sources.ts'

/** What may stand in for one of these components; it counts once it is approved. */
export function VariantDialog({ lines, onClose }: { readonly lines: readonly BomLine[]; onClose(): void }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const { canSeeCost } = useUser()
  const { engineering, masters } = useApi()
  const source = useMemo(() => ({ call: masters.findItems, option: masterOption }), [masters])
  const components = lines.map(({ id, componentCode, componentName, quantity, unitCode }) => ({ value: id, label: `${componentCode} — ${componentName} (${decimal(quantity)} ${unitCode})` }))
  const only = components.length === 1 ? components[0] : undefined
  return (
    <FormDialog
      title={t('engineering.bom.addVariant')} subtitle={only?.label} schema={engineering.addVariant.procedure.input} onClose={onClose} save={engineering.addVariant}
      values={{ bomLineId: only?.value ?? '', itemId: '', kind: 'ALTERNATIVE', quantityVariancePercent: '0', weight: '1', leadTimeDays: 0, ...(canSeeCost && { costVariance: null }) }}
    >
      {!only && <SelectField name="bomLineId" label={t('engineering.fields.componentItemId')} isRequired autoFocus options={components} />}
      <ReferenceField name="itemId" label={t('engineering.bom.variant')} source={source} isRequired autoFocus={only !== undefined} />
      <FieldRow>
        <SelectField name="kind" label={t('fields.kind')} isRequired options={variantKinds.map(value => ({ value, label: t(`engineering.bomVariantKinds.${value}`) }))} />
        <IntegerField name="sequence" label={t('engineering.fields.sequence')} hint={t('engineering.bom.sequenceHint')} />
      </FieldRow>
      <FieldRow>
        <DecimalField name="quantityVariancePercent" label={t('engineering.fields.quantityVariancePercent')} unit="%" />
        <DecimalField name="weight" label={t('engineering.fields.weight')} />
      </FieldRow>
      <FieldRow>
        <IntegerField name="leadTimeDays" label={t('engineering.fields.leadTimeDays')} />
        {canSeeCost && <DecimalField name="costVariance" label={t('engineering.fields.costVariance')} hint={t('engineering.bom.costVarianceHint')} />}
      </FieldRow>
    </FormDialog>
  )
}
