import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { DeskFields, type DeskFace } from '../../shared/desks/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'

/** What a desk is called, where it stands, and whether people take turns at it. */
export function DeskForm({ desk: { id, name, version, place, isShared }, onClose }: { readonly desk: DeskFace; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const forget = useCommand(api.desks.forgetDesk, {
    done: () => t('desks.forgotten', { name: name ?? '' }), undo: () => api.desks.nameDesk({ id, name: name ?? '', place, isShared }), onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('desks.form.title')} schema={DeskFields} values={{ id, ...(version !== null && { version }), name: name ?? '', place, isShared }} onClose={onClose}
      save={async fields => showDone(t('desks.saved', { name: (await api.desks.nameDesk(fields)).name }))}
      extraActions={version !== null && <Button color="error" loading={forget.isPending} onClick={() => forget.mutate({ id, version })}>{t('desks.forget')}</Button>}
    >
      <TextField name="name" label={t('desks.form.name')} hint={t('desks.form.nameHint')} isRequired autoFocus />
      <TextField name="place" label={t('desks.form.place')} hint={t('desks.form.placeHint')} />
      <CheckField name="isShared" label={t('desks.form.isShared')} hint={t('desks.form.sharedHint')} />
    </FormDialog>
  )
}
