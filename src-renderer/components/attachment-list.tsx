import AttachFile from '@mui/icons-material/AttachFileOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import Image from '@mui/icons-material/ImageOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useRef, useState, type ReactNode } from 'react'
import type { Attachable, Attachment } from '../../shared/attachments/contract.ts'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { showDone, showError } from '../core/toasts.ts'

export interface AttachmentListProps {
  readonly entity: Attachable
  readonly entityId: string
  /** Whether the user may add and remove; the host has the last word. */
  readonly mayChange: boolean
}

/** The photos and documents of one record: fetched with a click, added from files or a tablet's camera, taken off with undo. */
export function AttachmentList({ entity, entityId, mayChange }: AttachmentListProps): ReactNode {
  const t = useText()
  const api = useApi()
  const { upload } = useTransport()
  const input = useRef<HTMLInputElement>(null)
  const [isAdding, setAdding] = useState(false)
  const { data } = useLive(api.attachments.listAttachments, { entity, entityId }, { clears: true })

  async function add(files: readonly File[]): Promise<void> {
    setAdding(true)
    try {
      for (const file of files) {
        const { ticket } = await upload(file)
        const { name } = await api.attachments.addAttachment({ entity, entityId, ticket })
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
      {data?.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('attachments.emptyHint')}</Typography>}
      <Box component="ul" aria-label={t('attachments.title')} sx={{ listStyle: 'none', m: 0, p: 0, width: '100%', display: 'grid', gap: 0.5 }}>
        {data?.map(attachment => <AttachmentLine key={attachment.id} attachment={attachment} mayChange={mayChange} />)}
      </Box>
      {mayChange && (
        <>
          <Button variant="outlined" size="small" startIcon={<AttachFile />} loading={isAdding} onClick={() => input.current?.click()}>{t('attachments.add')}</Button>
          <input
            ref={input} type="file" multiple hidden aria-label={t('attachments.add')}
            onChange={({ target }) => {
              void add([...(target.files ?? [])])
              target.value = ''
            }}
          />
        </>
      )}
    </Box>
  )
}

function AttachmentLine({ attachment, mayChange }: { readonly attachment: Attachment; readonly mayChange: boolean }): ReactNode {
  const t = useText()
  const api = useApi()
  const { download } = useTransport()
  const { fileSize, instant } = useFormats()
  const { id, version, name, mediaType, size, createdAt, createdByName } = attachment
  const remove = useCommand(api.attachments.removeAttachment, {
    done: () => t('attachments.removed', { name }),
    undo: removed => api.attachments.restoreAttachment({ id, version: removed.version }),
  })
  const fetch = () => void api.attachments.downloadAttachment({ id }).then(download, showError)
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
      <Button
        size="small" color="inherit" startIcon={mediaType.startsWith('image/') ? <Image /> : <Description />} aria-label={t('attachments.download', { name })} onClick={fetch}
        sx={{ flex: 1, minWidth: 0, justifyContent: 'flex-start', textAlign: 'start' }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Box component="span" sx={{ display: 'block', overflowWrap: 'anywhere' }}>{name}</Box>
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary' }}>
            {t('attachments.by', { size: fileSize(size), name: createdByName, time: instant(createdAt, 'short') })}
          </Typography>
        </Box>
      </Button>
      {mayChange && (
        <IconButton size="small" aria-label={t('attachments.remove', { name })} disabled={remove.isPending} onClick={() => remove.mutate({ id, version })}>
          <Delete fontSize="small" />
        </IconButton>
      )}
    </Box>
  )
}
