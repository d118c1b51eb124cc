import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useId, useState, type FormEvent, type ReactNode } from 'react'
import { create } from 'zustand'
import { TextInput } from '../components/text-field.tsx'
import { useText } from '../core/i18n.ts'
import { acceptScan, useScan } from '../core/scans.ts'

const useField = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }))

/** For a code that the scanner cannot read, and for desks without one. */
export function openScanField(): void {
  useField.setState({ isOpen: true })
}

/** F9 opens it, over whatever is open; what is entered counts as scanned there. */
export function ScanField(): ReactNode {
  const { isOpen } = useField()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      openScanField()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return isOpen && <ScanFieldDialog />
}

function ScanFieldDialog(): ReactNode {
  const t = useText()
  const id = useId()
  const [code, setCode] = useState('')
  const close = () => useField.setState({ isOpen: false })
  // The scanner can read it after all: then it is as if this were not open.
  useScan(() => {
    close()
    return undefined
  })
  const take = (event: FormEvent) => {
    event.preventDefault()
    // Before the focus goes back: what is typed here is no search of the list beneath.
    void acceptScan(code)
    close()
  }
  return (
    <Dialog open onClose={close} maxWidth="xs" fullWidth aria-labelledby={id} slotProps={{ paper: { component: 'form', onSubmit: take } }}>
      <DialogTitle id={id}>{t('scan.field.title')}</DialogTitle>
      <DialogContent><TextInput label={t('scan.field.label')} hint={t('scan.field.hint')} value={code} onChange={setCode} autoFocus /></DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('buttons.cancel')}</Button>
        <Button variant="contained" type="submit" disabled={code.trim() === ''}>{t('scan.field.take')}</Button>
      </DialogActions>
    </Dialog>
  )
}
