import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { useApi } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import type { Subject } from './subject.ts'

export interface ReasonDialogProps { readonly subject: Subject; readonly sectionId: string; onOtherTime(): void; onClose(): void }

/** Why it stands still, in tiles for thumbs: the one that is tapped begins now, and can be taken back. */
export function ReasonDialog({ subject: { name, machineId, productionLineId }, sectionId, onOtherTime, onClose }: ReasonDialogProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const { downtime, masters } = useApi()
  const { data } = useLive(masters.findDowntimeReasons, { pageSize: 50 })
  const start = useCommand(downtime.startDowntime, {
    done: ({ reasonName }) => t('downtime.started', { place: name, reason: reasonName }), onSuccess: onClose,
    undo: ({ id, version }) => downtime.cancelDowntime({ id, version, reason: t('downtime.mistake') }),
  })
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('downtime.choose', { place: name })}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1.5 }}>{data?.rows.length === 0 ? t('downtime.noReasons') : t('downtime.chooseHint')}</DialogContentText>
        <Box sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'repeat(auto-fill, minmax(min(230px, 100%), 1fr))' }}>
          {data?.rows.map(({ id, name: reason, kind, isPlanned }) => (
            <Button
              key={id} variant="outlined" disabled={start.isPending} onClick={() => start.mutate({ sectionId, machineId, productionLineId, downtimeReasonId: id })}
              sx={{ minHeight: 76, justifyContent: 'flex-start', textAlign: 'left', whiteSpace: 'normal', display: 'grid', justifyItems: 'start', alignContent: 'center', fontSize: '1.0625rem', lineHeight: 1.3 }}
            >
              {reason}
              <Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 400, color: 'text.secondary' }}>{textOf(`masters.downtimeKinds.${kind}`)}{isPlanned && ` · ${t('downtime.planned')}`}</Box>
            </Button>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onOtherTime} sx={{ mr: 'auto' }}>{t('downtime.otherTime')}</Button>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
