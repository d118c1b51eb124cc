import Place from '@mui/icons-material/PlaceOutlined'
import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'
import type { masters } from '../../shared/masters/contract.ts'
import { locationKinds, type Location, type LocationFields, type LocationKind } from '../../shared/masters/locations.ts'
import { isBaseLocation } from '../../shared/masters/rules.ts'
import { referenceFilter } from '../components/browse-filters.tsx'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useFormFace } from './form-parts.ts'
import type { FormProps, Master } from './master.ts'
import { useActivityColumn, useActivityFilter, useLeadingColumns } from './master-columns.tsx'
import { MasterScreen } from './master-screen.tsx'
import { knownOption, useLocationSource, useSectionSource } from './sources.ts'

export function LocationsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const leading = useLeadingColumns()
  const activity = useActivityColumn()
  const isActive = useActivityFilter()
  const section = useSectionSource()
  const kind = (value: LocationKind) => t(`masters.locationKinds.${value}`)
  const owner = ({ sectionName }: Location) => sectionName ?? t('masters.locations.ofFactory')
  const master: Master<typeof masters.listLocations> = {
    name: 'locations',
    entity: 'location',
    icon: Place,
    list: api.masters.listLocations,
    columns: [
      ...leading,
      { name: 'kind', sorts: true, label: t('fields.kind'), value: row => kind(row.kind), minWidth: 130 },
      { name: 'sectionName', sorts: true, label: t('fields.sectionId'), value: owner, minWidth: 130 },
      { name: 'parentName', sorts: true, label: t('fields.parentId'), value: ({ parentName }) => parentName, minWidth: 130 },
      activity,
    ],
    filters: [
      { kind: 'enum', name: 'kind', label: t('fields.kind'), options: locationKinds.map(value => ({ value, label: kind(value) })) },
      referenceFilter({ name: 'sectionId', label: t('fields.sectionId'), source: section }),
      isActive,
    ],
    useRecord: id => useLive(api.masters.getLocation, { id }, { clears: true }).data,
    facts: row => [
      { label: t('fields.kind'), value: kind(row.kind) },
      { label: t('fields.sectionId'), value: owner(row) },
      { label: t('fields.parentId'), value: row.parentName ?? t('masters.noParent') },
    ],
    words: { kind: Object.fromEntries(locationKinds.map(value => [value, kind(value)])) },
    Form: LocationForm,
    setActive: api.masters.setLocationActive,
    isNeeded: ({ code }) => isBaseLocation(code),
  }
  return <MasterScreen master={master} />
}

function LocationForm({ record, onClose }: FormProps<Location>): ReactNode {
  const t = useText()
  const { masters } = useApi()
  const section = useSectionSource()
  const location = useLocationSource()
  const { told, ...face } = useFormFace('locations', { record, onClose })
  const isBase = record !== undefined && isBaseLocation(record.code)
  const fields = (
    <>
      {isBase && <Alert severity="info">{t('masters.locations.baseHint')}</Alert>}
      <FieldRow>
        <TextField name="code" label={t('fields.code')} isRequired autoFocus isDisabled={isBase} />
        <SelectField
          name="kind" label={t('fields.kind')} isRequired isDisabled={isBase}
          options={locationKinds.map(value => ({ value, label: t(`masters.locationKinds.${value}`) }))}
        />
      </FieldRow>
      <TextField name="name" label={t('fields.name')} isRequired />
      <FieldRow>
        <ReferenceField
          name="sectionId" label={t('fields.sectionId')} hint={t('masters.locations.sectionHint')} source={section} isDisabled={isBase}
          known={knownOption(record?.sectionId, record?.sectionCode, record?.sectionName)}
        />
        <ReferenceField
          name="parentId" label={t('fields.parentId')} hint={t('masters.locations.parentHint')} source={location}
          known={knownOption(record?.parentId, record?.parentCode, record?.parentName)}
        />
      </FieldRow>
    </>
  )
  if (!record) {
    return (
      <FormDialog
        {...face} schema={masters.createLocation.procedure.input} values={{ code: '', name: '', kind: 'INTERNAL', parentId: null, sectionId: null }}
        save={told(masters.createLocation)}
      >
        {fields}
      </FormDialog>
    )
  }
  return (
    <FormDialog
      {...face} schema={masters.updateLocation.procedure.input} values={fieldsOf(record)} save={told(masters.updateLocation)}
      reread={async () => fieldsOf(await masters.getLocation({ id: record.id }))}
    >
      {fields}
    </FormDialog>
  )
}

function fieldsOf({ id, version, code, name, kind, parentId, sectionId }: Location): LocationFields & { id: string; version: number } {
  return { id, version, code, name, kind, parentId, sectionId }
}
