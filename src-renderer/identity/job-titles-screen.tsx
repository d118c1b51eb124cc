import Work from '@mui/icons-material/WorkOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { JobTitle } from '../../shared/identity/job-titles.ts'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ReferenceField } from '../components/reference-field.tsx'
import { CheckField } from '../components/select-field.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'
import { useSectionSource } from './section-source.ts'

/** What people are called at work, section by section. */
export function JobTitlesScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [opened, setOpened] = useState<JobTitle | 'new'>()
  const add = may('identity.create') && <Button variant="contained" startIcon={<Work />} onClick={() => setOpened('new')}>{t('identity.jobTitles.add')}</Button>
  return (
    <PageFrame title={t('identity.jobTitles.title')} subtitle={t('identity.jobTitles.subtitle')} actions={add} fills>
      <BrowseTable
        name="identity.jobTitles" title={t('identity.jobTitles.title')} call={api.identity.listJobTitles} start={{ filter: { isActive: true } }} {...(may('identity.update') && { onOpen: setOpened })}
        columns={[
          { name: 'title', sorts: true, label: t('identity.jobTitles.name'), grow: 2, value: ({ title }) => <b>{title}</b> },
          { name: 'sectionName', sorts: true, label: t('fields.sectionId'), value: ({ sectionName }) => sectionName },
          { name: 'isActive', label: t('fields.status'), width: 140, value: ({ isActive }) => <StatusChip tone={isActive ? 'good' : 'neutral'} label={t(isActive ? 'words.active' : 'words.inactive')} /> },
        ]}
        filters={[{ kind: 'boolean', name: 'isActive', label: t('fields.status'), yes: t('words.active'), no: t('words.inactive') }]}
        empty={<EmptyState icon={<Work />} title={t('identity.jobTitles.empty')} hint={t('identity.jobTitles.subtitle')} actions={add} />}
      />
      {opened && <JobTitleForm record={opened === 'new' ? undefined : opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function JobTitleForm({ record, onClose }: { readonly record: JobTitle | undefined; onClose(): void }): ReactNode {
  const t = useText()
  const { identity } = useApi()
  const source = useSectionSource()
  const known = record && { id: record.sectionId, code: record.sectionCode, name: record.sectionName }
  const fields = (
    <>
      <TextField name="title" label={t('identity.jobTitles.name')} isRequired autoFocus />
      <ReferenceField name="sectionId" label={t('fields.sectionId')} source={source} known={known} isRequired />
    </>
  )
  if (!record) return <FormDialog title={t('identity.jobTitles.add')} width="xs" schema={identity.createJobTitle.procedure.input} values={{ title: '', sectionId: '' }} save={identity.createJobTitle} onClose={onClose}>{fields}</FormDialog>
  const { id, version, title, sectionId, isActive } = record
  return (
    <FormDialog title={t('identity.jobTitles.edit', { name: title })} width="xs" schema={identity.updateJobTitle.procedure.input} values={{ id, version, title, sectionId, isActive }} save={identity.updateJobTitle} onClose={onClose}>
      {fields}
      <CheckField name="isActive" label={t('fields.isActive')} />
    </FormDialog>
  )
}
