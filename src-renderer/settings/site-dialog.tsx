import type { ReactNode } from 'react'
import type { Site } from '../../shared/settings/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { setFactory } from '../core/factory.ts'
import { useText } from '../core/i18n.ts'

export function SiteDialog({ site, onClose }: { site: Site; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  return (
    <FormDialog
      title={t('settings.site.edit')} subtitle={t('settings.site.explanation')} onClose={onClose}
      schema={api.settings.updateSite.procedure.input} values={fieldsOf(site)}
      save={async input => setFactory({ name: (await api.settings.updateSite(input)).name })}
      reread={async () => fieldsOf(await api.settings.getSite({}))}
    >
      <TextField name="name" label={t('settings.site.name')} isRequired autoFocus />
      <TextField name="address" label={t('settings.site.address')} rows={2} />
      <TextField name="phone" label={t('settings.site.phone')} />
    </FormDialog>
  )
}

function fieldsOf({ version, name, address, phone }: Site): Pick<Site, 'version' | 'name' | 'address' | 'phone'> {
  return { version, name, address, phone }
}
