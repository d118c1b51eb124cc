import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import PictureAsPdf from '@mui/icons-material/PictureAsPdfOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import type { DocumentState } from '../../shared/documents/contract.ts'
import { DocumentForm, mostSignatures, orientations, papers } from '../../shared/documents/form.ts'
import { FieldRow, FormDialog } from '../components/form-dialog.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { useLogo } from './logo.ts'
import { PaperSheet } from './paper-sheet.tsx'

/** The form of one kind of document, beside a picture of its page that follows every key. */
export function FormPanel({ state, onClose }: { readonly state: DocumentState; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { document, version, paper, orientation, footer, signatures, titleKey, signatureKeys } = state
  const name = textOf(titleKey) ?? titleKey
  return (
    <FormDialog
      title={t('documents.edit', { name })} width="lg" schema={api.documents.updateForm.procedure.input} values={{ document, version, paper, orientation, footer, signatures }} onClose={onClose}
      save={api.documents.updateForm} onSaved={() => showDone(t('documents.saved', { name }))}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 330px' }, gap: 3, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FieldRow>
            <SelectField name="paper" label={t('documents.paper')} options={papers.map(value => ({ value, label: t(`documents.papers.${value}`) }))} isRequired autoFocus />
            <SelectField name="orientation" label={t('documents.orientation')} options={orientations.map(value => ({ value, label: t(`documents.orientations.${value}`) }))} isRequired />
          </FieldRow>
          <TextField name="footer" label={t('documents.footer')} hint={t('documents.footerHint')} />
          <SignatureFields ownTitles={signatureKeys.map(key => textOf(key) ?? key)} />
        </Box>
        <Preview state={state} name={name} />
      </Box>
    </FormDialog>
  )
}

function SignatureFields({ ownTitles }: { readonly ownTitles: readonly string[] }): ReactNode {
  const t = useText()
  const { setValue, control } = useFormContext()
  const { fields, append, remove, replace } = useFieldArray({ control, name: 'signatures' })
  const isOwn = useWatch({ name: 'signatures' }) === null
  const add = () => (isOwn ? replace([...ownTitles.map(title => ({ title, name: '' })), { title: '', name: '' }].slice(0, mostSignatures)) : append({ title: '', name: '' }))
  return (
    <Box component="section" aria-label={t('documents.signatures')} sx={{ display: 'grid', gap: 1.5 }}>
      <Typography component="h3" sx={{ fontWeight: 650 }}>{t('documents.signatures')}</Typography>
      {isOwn && ownTitles.length > 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{ownTitles.join(' · ')}</Typography>}
      {!isOwn && fields.map((field, at) => (
        <Box key={field.id} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) auto', gap: 1, alignItems: 'start' }}>
          <TextField name={`signatures.${at}.title`} label={`${t('documents.signature', { number: at + 1 })}: ${t('documents.signatureTitle')}`} isRequired />
          <TextField name={`signatures.${at}.name`} label={t('documents.signatureName')} />
          <IconButton aria-label={t('documents.removeSignature', { number: at + 1 })} disabled={fields.length === 1} onClick={() => remove(at)}><Delete /></IconButton>
        </Box>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {(isOwn || fields.length < mostSignatures) && <Button size="small" startIcon={<Add />} onClick={add}>{t('documents.addSignature')}</Button>}
        {!isOwn && <Button size="small" onClick={() => setValue('signatures', null, { shouldDirty: true })}>{t('documents.ownSignatures')}</Button>}
      </Box>
    </Box>
  )
}

function Preview({ state: { document, signatureKeys }, name }: { readonly state: DocumentState; readonly name: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const { print } = useTransport()
  const job = useJob(api.documents.previewForm)
  const { data: head } = useLive(api.documents.getHead, {})
  const logo = useLogo(head)
  const typed = useWatch() as DocumentForm
  const form = DocumentForm.safeParse(typed).data
  async function show(): Promise<void> {
    const file = form && (await job.run({ document, ...form }))
    if (file) print(file)
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5, justifyItems: 'center' }}>
      <Typography component="h3" sx={{ fontWeight: 650, justifySelf: 'start' }}>{t('documents.preview')}</Typography>
      {head && <PaperSheet form={typed} head={head} logo={logo} title={name} ownTitles={signatureKeys.map(key => textOf(key) ?? key)} />}
      <Button variant="outlined" startIcon={<PictureAsPdf />} disabled={!form || job.isRunning} onClick={() => void show()}>{t('documents.previewPdf')}</Button>
      <ProgressDialog title={t('documents.preview')} job={job} />
    </Box>
  )
}
