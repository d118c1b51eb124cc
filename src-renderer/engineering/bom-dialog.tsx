import { useMemo, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import type { Bom } from '../../shared/engineering/boms.ts'
import { bomTypes } from '../../shared/engineering/rules.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { DecimalField } from '../components/number-field.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import type { ReferenceOption } from '../components/reference-source.ts'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { masterOption } from './sources.ts'

interface BomDialogProps {
  /** The draft that is changed; nothing for a new BOM. */
  readonly bom?: Bom
  onSaved(bom: Bom): void
  onClose(): void
}

/** What a BOM is for; its lines are entered on its page. */
export function BomDialog({ bom, onSaved, onClose }: BomDialogProps): ReactNode {
  const t = useText()
  const { engineering, masters } = useApi()
  const items = useMemo(() => ({ call: masters.findItems, option: masterOption, input: { kinds: ['WIP', 'FINISHED_GOOD'] as ('WIP' | 'FINISHED_GOOD')[] } }), [masters])
  const partners = useMemo(() => ({ call: masters.findPartners, option: masterOption }), [masters])
  const sections = useMemo(() => ({ call: masters.findSections, option: masterOption }), [masters])
  const common = (
    <>
      <FieldRow>
        <DecimalField name="outputQuantity" label={t('engineering.fields.outputQuantity')} hint={t('engineering.boms.outputHint')} isRequired unit={bom?.unitCode} autoFocus={bom !== undefined} />
        <DecimalField name="laborHours" label={t('engineering.fields.laborHours')} />
      </FieldRow>
      <FieldRow>
        <TextField name="reference" label={t('engineering.fields.reference')} />
        <SelectField name="bomType" label={t('engineering.fields.bomType')} isRequired options={bomTypes.map(value => ({ value, label: t(`engineering.bomTypes.${value}`) }))} />
      </FieldRow>
      <ReferenceField name="subcontractorId" label={t('engineering.fields.subcontractorId')} hint={t('engineering.boms.subcontractorHint')} source={partners} known={subcontractorOf(bom)} />
    </>
  )
  if (bom) {
    const { id, version, outputQuantity, laborHours, reference, bomType, subcontractorId } = bom
    return (
      <FormDialog
        title={t('engineering.boms.edit')} subtitle={bom.itemName} schema={engineering.updateBom.procedure.input} onClose={onClose}
        values={{ id, version, outputQuantity: decimalText(outputQuantity), laborHours: decimalText(laborHours), reference, bomType, subcontractorId }} save={async input => onSaved(await engineering.updateBom(input))}
      >
        {common}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      title={t('engineering.boms.add')} schema={engineering.createBom.procedure.input} onClose={onClose} save={async input => onSaved(await engineering.createBom(input))}
      values={{ itemId: '', sectionId: null, outputQuantity: '1', laborHours: '', reference: '', bomType: 'MANUFACTURING', subcontractorId: null }}
    >
      <ReferenceField name="itemId" label={t('fields.itemId')} hint={t('engineering.boms.itemHint')} source={items} isRequired autoFocus />
      <ReferenceField name="sectionId" label={t('engineering.fields.stage')} source={sections} />
      {common}
    </FormDialog>
  )
}

function subcontractorOf(bom: Bom | undefined): ReferenceOption | undefined {
  const { subcontractorId: id, subcontractorCode: code, subcontractorName: name } = bom ?? { subcontractorId: null, subcontractorCode: null, subcontractorName: null }
  return id === null || code === null || name === null ? undefined : { id, code, name }
}
