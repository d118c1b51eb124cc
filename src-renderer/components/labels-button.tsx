import QrCode from '@mui/icons-material/QrCode2Outlined'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { askForLabels, type LabelSubject } from '../core/labels.ts'
import { useMay } from '../core/session.ts'

/** Asks for labels of one thing, for those who may print them. */
export function LabelsButton({ subject, size }: { readonly subject: LabelSubject; readonly size?: 'small' }): ReactNode {
  const t = useText()
  const may = useMay()
  if (!may('warehouse.view')) return null
  return (
    <Button variant="outlined" color="inherit" startIcon={<QrCode />} onClick={() => askForLabels(subject)} {...(size && { size })}>
      {t('labels.print')}
    </Button>
  )
}
