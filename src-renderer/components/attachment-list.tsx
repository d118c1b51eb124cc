import AttachFile from '@mui/icons-material/AttachFileOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import Download from '@mui/icons-material/DownloadOutlined'
import PhotoCamera from '@mui/icons-material/PhotoCameraOutlined'
import Image from '@mui/icons-material/ImageOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import IconButton from '@mui/material/IconButton'
import type { SxProps, Theme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef, useState, type ReactNode } from 'react'
import type { Attachable, Attachment } from '../../shared/attachments/contract.ts'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { previewOf } from '../core/picture.ts'
import { showDone, showError } from '../core/toasts.ts'

export interface AttachmentListProps {
  readonly entity: Attachable
  readonly entityId: string
  /** Whether the user may add and remove; the host has the last word. */
  readonly mayChange: boolean
  /** What belongs there, where nothing is yet. */
  readonly hint?: string
  /** Photos are what is wanted: a tablet opens its camera. */
  readonly takesPhotos?: boolean
}

/** The photos and documents of one record: looked at or fetched with a click, added from files or a tablet's camera, taken off with undo. */
export function AttachmentList({ entity, entityId, mayChange, hint, takesPhotos = false }: AttachmentListProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { upload } = useTransport()
  const [isAdding, setAdding] = useState(false)
  const { data } = useLive(api.attachments.listAttachments, { entity, entityId }, { clears: true })

  async function add(files: readonly File[]): Promise<void> {
    setAdding(true)
    try {
      for (const file of files) {
        const { ticket } = await upload(file)
        const { name } = await api.attachments.addAttachment({ entity, entityId, ticket, preview: await previewOf(file) })
        showDone(t('attachments.added', { name }))
      }
    } catch (error) {
      showError(error)
    } finally {
      setAdding(false)
    }
  }
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {data?.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{hint ?? t('attachments.emptyHint')}</Typography>}
      <Box component="ul" aria-label={t('attachments.title')} sx={{ listStyle: 'none', m: 0, p: 0, width: '100%', display: 'grid', gap: 0.5 }}>
        {data?.map(attachment => <AttachmentLine key={attachment.id} attachment={attachment} mayChange={mayChange} side={takesPhotos ? photoSide : fileSide} />)}
      </Box>
      {mayChange && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {takesPhotos && <FileButton label={t('attachments.takePhoto')} icon={<PhotoCamera />} isAdding={isAdding} isMain isCamera onFiles={add} />}
          <FileButton label={t('attachments.add')} icon={<AttachFile />} isAdding={isAdding} onFiles={add} />
        </Box>
      )}
    </Box>
  )
}

interface FileButtonProps { readonly label: string; readonly icon: ReactNode; readonly isAdding: boolean; readonly isMain?: boolean; readonly isCamera?: boolean; onFiles(files: readonly File[]): Promise<void> }

function FileButton({ label, icon, isAdding, isMain = false, isCamera = false, onFiles }: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={isMain ? 'contained' : 'outlined'} size={isMain ? 'medium' : 'small'} startIcon={icon} loading={isAdding} onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input} type="file" multiple={!isCamera} hidden aria-label={label} {...(isCamera && { accept: 'image/*', capture: 'environment' })}
        onChange={({ target }) => {
          void onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </>
  )
}

/** How large a file is shown, in pixels; photos that are to be read stand larger. */
const fileSide = 48
const photoSide = 120
interface LineProps { readonly attachment: Attachment; readonly mayChange: boolean; readonly side: number }

function AttachmentLine({ attachment, mayChange, side }: LineProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { download } = useTransport()
  const { fileSize, instant } = useFormats()
  const [isEnlarged, setEnlarged] = useState(false)
  const titleId = useId()
  const { id, version, name, size, hasPreview, createdAt, createdByName } = attachment
  const remove = useCommand(api.attachments.removeAttachment, {
    done: () => t('attachments.removed', { name }),
    undo: removed => api.attachments.restoreAttachment({ id, version: removed.version }),
  })
  const fetch = () => void api.attachments.downloadAttachment({ id }).then(download, showError)
  const press = { label: t(hasPreview ? 'attachments.enlarge' : 'attachments.download', { name }), act: hasPreview ? () => setEnlarged(true) : fetch }
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Button size="small" color="inherit" aria-label={press.label} onClick={press.act} sx={{ flex: 1, minWidth: 0, gap: 1.25, justifyContent: 'flex-start', textAlign: 'start' }}>
        <Face attachment={attachment} side={side} />
        <Box sx={{ minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{name}</Box>
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary', whiteSpace: 'normal' }}>
            {t('attachments.by', { size: fileSize(size), name: createdByName, time: instant(createdAt, 'short') })}
          </Typography>
        </Box>
      </Button>
      {mayChange && (
        <IconButton size="small" aria-label={t('attachments.remove', { name })} disabled={remove.isPending} onClick={() => remove.mutate({ id, version })}>
          <Delete fontSize="small" />
        </IconButton>
      )}
      {isEnlarged && (
        <Dialog open maxWidth="lg" onClose={() => setEnlarged(false)} aria-labelledby={titleId}>
          <DialogContent sx={{ p: 2, display: 'grid', justifyItems: 'center' }}>
            <Preview id={id} alt={name} sx={{ maxWidth: '100%', maxHeight: 'calc(100dvh - 220px)', borderRadius: 1 }} />
          </DialogContent>
          <DialogActions>
            <Typography id={titleId} variant="body2" sx={{ flex: 1, overflowWrap: 'anywhere' }}>{name}</Typography>
            <Button onClick={() => setEnlarged(false)} autoFocus>{t('buttons.close')}</Button>
            <Button variant="contained" startIcon={<Download />} onClick={fetch}>{t('buttons.download')}</Button>
          </DialogActions>
        </Dialog>
      )}
    </Box>
  )
}

/** What the file looks like: a photo by itself, anything else by its kind. */
function Face({ attachment: { id, mediaType, hasPreview }, side }: Pick<LineProps, 'attachment' | 'side'>): ReactNode {
  const Icon = mediaType.startsWith('image/') ? Image : Description
  return (
    <Box aria-hidden sx={{ width: side, height: side, flexShrink: 0, borderRadius: 1, overflow: 'hidden', display: 'grid', placeItems: 'center', bgcolor: 'tint.neutral', color: 'tint.neutralText' }}>
      {hasPreview ? <Preview id={id} alt="" sx={{ width: '100%', height: '100%', objectFit: 'cover' }} /> : <Icon fontSize="small" />}
    </Box>
  )
}

/** The small picture of a photo; its place stays empty until it is there. */
function Preview({ id, alt, sx }: { readonly id: string; readonly alt: string; readonly sx: SxProps<Theme> }): ReactNode {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['attachments', 'getPreview', id], queryFn: ({ signal }) => api.attachments.getPreview({ id }, { signal }) })
  return data && <Box component="img" src={data.picture} alt={alt} sx={sx} />
}
