import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Drawer from '@mui/material/Drawer'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { touch } from '../theme/controls.ts'
import { EntryForm, useEntryForm, type EntryFormOptions } from './entry-form.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { OfferedDraft, useKeptForm } from './form-draft.tsx'

export interface FormDialogProps<S extends z.ZodType> extends EntryFormOptions<S> {
  readonly title: string
  readonly subtitle?: string | undefined
  /** After saving, and when the user gives up. Mount the dialog when it is wanted: `{isOpen && <FormDialog …/>}`. */
  onClose(): void
  /** A drawer for long forms; beside it the list stays in sight. */
  readonly as?: 'dialog' | 'drawer'
  readonly width?: 'xs' | 'sm' | 'md' | 'lg'
  /** Instead of "Simpan". */
  readonly saveLabel?: string | undefined
  /** At the left of the buttons: deactivate, history. */
  readonly extraActions?: ReactNode
  /** The fields: `TextField`, `DecimalField`, `ReferenceField` … by `name`. */
  readonly children: ReactNode
}

/**
 * A form in a dialog or a drawer. Enter moves on, Ctrl+Enter saves, Esc closes and asks only if something was typed. What the
 * host refuses is placed at its fields; on a conflict theirs stands against mine. What is neither saved nor discarded is kept for its user.
 */
export function FormDialog<S extends z.ZodType>({ title, subtitle, onClose, as = 'dialog', width = 'sm', saveLabel, extraActions, children, ...options }: FormDialogProps<S>): ReactNode {
  const t = useText()
  const titleId = useId()
  const state = useEntryForm({
    ...options,
    onSaved() {
      kept.done()
      options.onSaved?.()
      onClose()
    },
  })
  const kept = useKeptForm(state, title)
  const [isLeaving, setLeaving] = useState(false)
  // A scan must not lead away from what is being entered.
  useScan(() => ({ isKnown: false, text: t('scan.notHere') }))
  const discard = () => {
    kept.done()
    onClose()
  }
  const leave = () => (state.isSaving ? undefined : state.isDirty ? setLeaving(true) : onClose())
  const content = (
    <>
      <DialogTitle id={titleId} component="div">
        <Typography component="h2" variant="h2">{title}</Typography>
        {subtitle !== undefined && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{subtitle}</Typography>}
      </DialogTitle>
      <DialogContent {...(state.isDirty && { 'data-kept': true })}>
        <OfferedDraft kept={kept} />
        <EntryForm state={state} label={title}>{children}</EntryForm>
      </DialogContent>
      <DialogActions>
        {extraActions}
        <Box sx={{ flex: 1 }}>
          {width !== 'xs' && <Typography variant="caption" sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'block' }, [touch]: { display: 'none' } }}>{t('form.keys')}</Typography>}
        </Box>
        <Button onClick={leave} disabled={state.isSaving}>{t('buttons.cancel')}</Button>
        <Button variant="contained" data-save onClick={state.submit} loading={state.isSaving}>{saveLabel ?? t('buttons.save')}</Button>
      </DialogActions>
      {isLeaving && (
        <ConfirmDialog
          title={t('form.unsavedTitle')} text={t('form.unsaved')} confirmLabel={t('buttons.discard')} cancelLabel={t('buttons.keepEditing')} isDangerous
          onConfirm={discard} onCancel={() => setLeaving(false)}
        />
      )}
    </>
  )
  if (as === 'drawer') {
    return (
      <Drawer anchor="right" open onClose={leave} slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: drawerWidths[width] }, display: 'flex' } } }}>
        {content}
      </Drawer>
    )
  }
  return (
    <Dialog open fullWidth maxWidth={width} onClose={(_event, reason) => reason === 'escapeKeyDown' && leave()} aria-labelledby={titleId}>
      {content}
    </Dialog>
  )
}

const drawerWidths = { xs: 380, sm: 480, md: 640, lg: 860 }

/** Fields side by side where there is room, one below the other where there is not. */
export function FieldRow({ children }: { readonly children: ReactNode }): ReactNode {
  return <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))' }}>{children}</Box>
}
