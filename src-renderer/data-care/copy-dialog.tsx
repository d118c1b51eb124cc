import type { ReactNode } from 'react'
import type { ShownBackup } from '../../shared/data-care/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** A backup goes, whole, into a folder that the host's computer reaches: a USB disk. */
export function CopyDialog({ backup: { name, at }, onClose }: { readonly backup: ShownBackup; onClose(): void }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { copyBackup } = useApi().dataCare
  return (
    <FormDialog
      title={t('dataCare.copyTitle', { time: instant(at) })} schema={copyBackup.procedure.input} values={{ name }} saveLabel={t('dataCare.copy')} onClose={onClose}
      save={async input => showDone(t('dataCare.copied', await copyBackup(input)))}
    >
      <TextField name="folder" label={t('dataCare.copyFolder')} hint={t('dataCare.copyHint')} isRequired autoFocus />
    </FormDialog>
  )
}
