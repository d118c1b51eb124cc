import AttachFile from '@mui/icons-material/AttachFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import type { StockDocument } from '../../shared/warehouse/documents.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'

interface Props { readonly document: Pick<StockDocument, 'id' | 'number'> }

/** What came with the goods: the supplier's paper, a photo of the damage. */
export function DocumentPapers({ document }: Props): ReactNode {
  const t = useText()
  return <Section title={t('warehouse.documents.attachments')}><Box sx={{ p: 2 }}><Papers document={document} /></Box></Section>
}

/** The same where the sheet needs the room: behind a button that says how many there are. */
export function DocumentPapersButton({ document: { id, number } }: Props): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const [isOpen, setOpen] = useState(false)
  const { data } = useLive(api.attachments.listAttachments, { entity: 'stockDocument', entityId: id })
  const label = t('warehouse.documents.attachments')
  return (
    <>
      <Button startIcon={<AttachFile />} onClick={() => setOpen(true)}>{data === undefined || data.length === 0 ? label : `${label} (${data.length})`}</Button>
      {isOpen && (
        <Dialog open fullWidth maxWidth="sm" onClose={() => setOpen(false)} aria-labelledby={titleId}>
          <DialogTitle id={titleId}>{t('warehouse.documents.attachmentsOf', { number })}</DialogTitle>
          <DialogContent><Papers document={{ id, number }} /></DialogContent>
          <DialogActions><Button onClick={() => setOpen(false)} autoFocus>{t('buttons.close')}</Button></DialogActions>
        </Dialog>
      )}
    </>
  )
}

function Papers({ document: { id } }: Props): ReactNode {
  const t = useText()
  const may = useMay()
  return <AttachmentList entity="stockDocument" entityId={id} mayChange={may('warehouse.execute')} hint={t('warehouse.documents.attachmentsHint')} />
}
