import Straighten from '@mui/icons-material/StraightenOutlined'
import type { ReactNode } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import type { Unit, UnitFields } from '../../shared/masters/units.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { IntegerField } from '../components/number-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useFormFace } from './form-parts.ts'
import type { FormProps, Master } from './master.ts'
import { useActivityColumn, useActivityFilter, useLeadingColumns } from './master-columns.tsx'
import { MasterScreen } from './master-screen.tsx'

export function UnitsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const leading = useLeadingColumns()
  const activity = useActivityColumn()
  const isActive = useActivityFilter()
  const master: Master<typeof masters.listUnits> = {
    name: 'units',
    entity: 'unit',
    icon: Straighten,
    list: api.masters.listUnits,
    columns: [...leading, { name: 'places', sorts: true, label: t('fields.places'), kind: 'number', value: ({ places }) => places, width: 140 }, activity],
    filters: [isActive],
    useRecord: id => useLive(api.masters.getUnit, { id }, { clears: true }).data,
    facts: ({ places }) => [{ label: t('fields.places'), value: String(places) }],
    Form: UnitForm,
    setActive: api.masters.setUnitActive,
  }
  return <MasterScreen master={master} />
}

function UnitForm({ record, onClose }: FormProps<Unit>): ReactNode {
  const t = useText()
  const { masters } = useApi()
  const { told, ...face } = useFormFace('units', { record, onClose })
  const fields = (
    <>
      <FieldRow>
        <TextField name="code" label={t('fields.code')} isRequired autoFocus />
        <IntegerField name="places" label={t('fields.places')} hint={t('masters.units.placesHint')} isRequired />
      </FieldRow>
      <TextField name="name" label={t('fields.name')} isRequired />
    </>
  )
  if (!record) {
    return (
      <FormDialog {...face} schema={masters.createUnit.procedure.input} values={{ code: '', name: '', places: 0 }} save={told(masters.createUnit)}>
        {fields}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      {...face} schema={masters.updateUnit.procedure.input} values={fieldsOf(record)} save={told(masters.updateUnit)}
      reread={async () => fieldsOf(await masters.getUnit({ id: record.id }))}
    >
      {fields}
    </FormDialog>
  )
}

function fieldsOf({ id, version, code, name, places }: Unit): UnitFields & { id: string; version: number } {
  return { id, version, code, name, places }
}
