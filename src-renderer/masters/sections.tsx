import Groups from '@mui/icons-material/GroupsOutlined'
import type { ReactNode } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import type { Section, SectionFields } from '../../shared/masters/sections.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useFormFace } from './form-parts.ts'
import type { FormProps, Master } from './master.ts'
import { useActivityColumn, useActivityFilter, useLeadingColumns } from './master-columns.tsx'
import { MasterScreen } from './master-screen.tsx'
import { knownOption, useSectionSource } from './sources.ts'

export function SectionsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const leading = useLeadingColumns()
  const activity = useActivityColumn()
  const isActive = useActivityFilter()
  const source = useSectionSource()
  const master: Master<typeof masters.listSections> = {
    name: 'sections',
    entity: 'section',
    icon: Groups,
    list: api.masters.listSections,
    columns: [...leading, { name: 'parentName', sorts: true, label: t('fields.parentId'), value: ({ parentName }) => parentName, minWidth: 140 }, activity],
    filters: [referenceFilter({ name: 'parentId', label: t('fields.parentId'), source }), isActive],
    useRecord: id => useLive(api.masters.getSection, { id }, { clears: true }).data,
    facts: ({ parentName }) => [{ label: t('fields.parentId'), value: parentName ?? t('masters.noParent') }],
    Form: SectionForm,
    setActive: api.masters.setSectionActive,
  }
  return <MasterScreen master={master} />
}

function SectionForm({ record, onClose }: FormProps<Section>): ReactNode {
  const t = useText()
  const { masters } = useApi()
  const source = useSectionSource()
  const { told, ...face } = useFormFace('sections', { record, onClose })
  const fields = (
    <>
      <FieldRow>
        <TextField name="code" label={t('fields.code')} isRequired autoFocus />
        <ReferenceField
          name="parentId" label={t('fields.parentId')} hint={t('masters.sections.parentHint')} source={source}
          known={knownOption(record?.parentId, record?.parentCode, record?.parentName)}
        />
      </FieldRow>
      <TextField name="name" label={t('fields.name')} isRequired />
    </>
  )
  if (!record) {
    return (
      <FormDialog {...face} schema={masters.createSection.procedure.input} values={{ code: '', name: '', parentId: null }} save={told(masters.createSection)}>
        {fields}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      {...face} schema={masters.updateSection.procedure.input} values={fieldsOf(record)} save={told(masters.updateSection)}
      reread={async () => fieldsOf(await masters.getSection({ id: record.id }))}
    >
      {fields}
    </FormDialog>
  )
}

function fieldsOf({ id, version, code, name, parentId }: Section): SectionFields & { id: string; version: number } {
  return { id, version, code, name, parentId }
}
