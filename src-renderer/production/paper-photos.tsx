import PhotoCamera from '@mui/icons-material/PhotoCameraOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import type { PaperBatch } from '../../shared/production/paper-batches.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { useText } from '../core/i18n.ts'

/** The photos where the sheet needs the room: behind a button that says how many there are. */
export function PaperPhotosButton({ batch }: { readonly batch: Pick<PaperBatch, 'id' | 'number' | 'photoCount'> }): ReactNode {
  const t = useText()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const { photoCount } = batch
  const label = t('production.paper.photos')
  return (
    <>
      <Button variant="outlined" startIcon={<PhotoCamera />} onClick={() => setOpen(true)}>{photoCount === 0 ? label : `${label} (${photoCount})`}</Button>
      {isOpen && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby={titleId}>
          <DialogTitle id={titleId}>{t('production.paper.photosOf', { number: batch.number })}</DialogTitle>
          <DialogContent><PaperPhotos id={batch.id} mayChange /></DialogContent>
          <DialogActions><Button onClick={() => setOpen(false)} autoFocus>{t('buttons.close')}</Button></DialogActions>
        </Dialog>
      )}
    </>
  )
}

/** Photos of the paper: the proof of what was copied. */
export function PaperPhotos({ id, mayChange }: { readonly id: string; readonly mayChange: boolean }): ReactNode {
  const t = useText()
  return <AttachmentList entity="paperBatch" entityId={id} mayChange={mayChange} hint={t('production.paper.photosHint')} takesPhotos />
}
