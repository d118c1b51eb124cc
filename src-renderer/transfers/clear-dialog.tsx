import { useState, type ReactNode } from 'react'
import { z } from 'zod'
import { Note } from '../../shared/core/fields.ts'
import { clearanceMethods } from '../../shared/transfers/rules.ts'
import { FileDrop } from '../components/file-drop.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { SelectField } from '../components/select-field.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { previewOf } from '../core/picture.ts'
import { showDone, showError } from '../core/toasts.ts'

const largestPhoto = 10 * 1024 * 1024

/** What is to be seen to be empty: a line, or the floor of a section without lines; `version`: of what stands there as it was shown. */
export type Clearable =
  | { readonly kind: 'line'; readonly name: string; readonly productionLineId: string; readonly version: number | null }
  | { readonly kind: 'floor'; readonly name: string; readonly sectionId: string; readonly version: number }

const Clearance = z.object({ method: z.enum(clearanceMethods), notes: Note })

/** TR-4: how somebody saw that it is empty, with a photo of it where there is one. */
export function ClearDialog({ place, onClose }: { readonly place: Clearable; onClose(): void }): ReactNode {
  const t = useText()
  const { transfers, attachments } = useApi()
  const { upload } = useTransport()
  const { fileSize } = useFormats()
  const line = place.name
  const [photo, setPhoto] = useState<File | null>(null)
  /** The line is clear also where its photo does not come through: that can be added later. */
  async function keepPhoto(entityId: string, file: File): Promise<void> {
    try {
      const { ticket } = await upload(file)
      await attachments.addAttachment({ entity: 'lineClearance', entityId, ticket, preview: await previewOf(file) })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <FormDialog
      title={t('transfers.clearTitle', { line })} subtitle={t('transfers.clearHint')} schema={Clearance} values={{ method: 'VISUAL', notes: '' }} saveLabel={t('transfers.clear')} onClose={onClose}
      save={async input => {
        const { id } = place.kind === 'line' ? await transfers.clearLine({ productionLineId: place.productionLineId, version: place.version, ...input }) : await transfers.clearFloor({ sectionId: place.sectionId, version: place.version, ...input })
        if (photo) await keepPhoto(id, photo)
        showDone(t('transfers.cleared', { line }))
      }}
    >
      <SelectField name="method" label={t('transfers.fields.method')} isRequired options={clearanceMethods.map(value => ({ value, label: t(`transfers.methods.${value}`) }))} />
      <FileDrop
        label={t('transfers.clearances.choose')} kinds={['.jpg', '.jpeg', '.png']} maximumSize={largestPhoto} file={photo} onFile={setPhoto} hint={t('transfers.clearances.chooseHint', { size: fileSize(largestPhoto) })}
      />
      <TextField name="notes" label={t('transfers.fields.notes')} rows={2} />
    </FormDialog>
  )
}
