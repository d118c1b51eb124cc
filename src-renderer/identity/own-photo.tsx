import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState, type ReactNode } from 'react'
import { PersonFace } from '../components/person-face.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { previewOf } from '../core/picture.ts'
import { useUser } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'

/** One's own photo: chosen from a file or taken with a tablet's camera, and taken off again. */
export function OwnPhoto(): ReactNode {
  const t = useText()
  const api = useApi()
  const { id, fullName } = useUser()
  const { upload } = useTransport()
  const input = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)
  const [isNoPicture, setNoPicture] = useState(false)
  const { data: photos = [], refetch } = useLive(api.attachments.listAttachments, { entity: 'user', entityId: id })
  const shown = photos.findLast(({ hasPreview }) => hasPreview)

  async function change(work: () => Promise<void>, done: string): Promise<void> {
    setBusy(true)
    try {
      await work()
      await refetch()
      showDone(done)
    } catch (error) {
      showError(error)
    } finally {
      setBusy(false)
    }
  }
  const remove = async () => {
    for (const photo of photos) await api.attachments.removeAttachment({ id: photo.id, version: photo.version })
  }
  async function choose(file: File): Promise<void> {
    const preview = await previewOf(file)
    setNoPicture(preview === undefined)
    if (preview === undefined) return
    await change(async () => {
      const { ticket } = await upload(file)
      await remove()
      await api.attachments.addAttachment({ entity: 'user', entityId: id, ticket, preview })
    }, t('identity.profile.photoSaved'))
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 2 }}>
      <PersonFace name={fullName} pictureId={shown?.id ?? null} size={64} />
      <Button variant="outlined" loading={isBusy} onClick={() => input.current?.click()}>{t(shown ? 'identity.profile.otherPhoto' : 'identity.profile.photo')}</Button>
      {shown && <Button disabled={isBusy} onClick={() => void change(remove, t('identity.profile.photoRemoved'))}>{t('identity.profile.removePhoto')}</Button>}
      <input
        ref={input} type="file" accept="image/*" hidden aria-label={t('identity.profile.photo')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void choose(file)
          target.value = ''
        }}
      />
      {isNoPicture && <Typography role="alert" variant="body2" color="error" sx={{ width: '100%' }}>{t('identity.profile.noPicture')}</Typography>}
    </Box>
  )
}
