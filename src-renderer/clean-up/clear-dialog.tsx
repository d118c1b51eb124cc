import type { ReactNode } from 'react'
import type { ClearPreview } from '../../shared/clean-up/contract.ts'
import type { ClearScope } from '../../shared/clean-up/parts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField } from '../components/select-field.tsx'
import { PasswordField, TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

export interface ClearDialogProps { readonly scope: ClearScope; readonly preview: ClearPreview; readonly rows: string; onClose(): void }

/** Why, the factory's name, the own password: nobody clears a factory by a slip of the hand. */
export function ClearDialog({ scope, preview: { factoryName, others }, rows, onClose }: ClearDialogProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { integer } = useFormats()
  return (
    <FormDialog
      title={t('cleanUp.dialog', { factory: factoryName })} subtitle={t('cleanUp.dialogHint', { rows })} saveLabel={t('cleanUp.confirm')} onClose={onClose}
      schema={api.cleanUp.clearData.procedure.input} values={{ scope, reason: '', factoryName: '', password: '', force: false }}
      save={async input => {
        const { backup, cleared } = await api.cleanUp.clearData(input)
        showDone(t('cleanUp.done', { rows: integer(cleared.reduce((sum, one) => sum + one.rows, 0)), backup }))
      }}
    >
      <TextField name="reason" label={t('fields.reason')} isRequired autoFocus />
      <TextField name="factoryName" label={t('cleanUp.factoryName', { name: factoryName })} isRequired />
      <PasswordField name="password" label={t('cleanUp.password')} autoComplete="current-password" />
      {others > 0 && <CheckField name="force" label={t('cleanUp.force')} />}
    </FormDialog>
  )
}
