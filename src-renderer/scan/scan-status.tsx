import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import QrCodeScanner from '@mui/icons-material/QrCodeScanner'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { useScans } from '../core/scans.ts'
import { openScanField } from './scan-field.tsx'

/** In the status bar: the last scan and what became of it; pressed, a code can be typed. */
export function ScanStatus(): ReactNode {
  const t = useText()
  const { last, waiting } = useScans()
  const said = last === undefined ? t('scan.status.ready') : t('scan.status.last', { number: last.number, code: last.code, text: t(last.isKnown ? 'scan.status.known' : 'scan.status.wrong') })
  const Mark = last === undefined ? QrCodeScanner : last.isKnown ? CheckCircle : ErrorIcon
  return (
    <ButtonBase
      onClick={openScanField} title={said} aria-label={said} aria-haspopup="dialog" aria-keyshortcuts="F9"
      sx={{ gap: 0.5, px: 0.5, borderRadius: 1, minWidth: 0, font: 'inherit', '@media (pointer: coarse)': { minWidth: 56, minHeight: 56, my: -1.75 } }}
    >
      <Mark sx={{ fontSize: 16, color: last === undefined ? 'inherit' : last.isKnown ? 'success.main' : 'error.main' }} />
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' }, maxWidth: 200, overflow: 'hidden', textOverflow: 'ellipsis' }}>{last?.code ?? t('scan.status.none')}</Box>
      {waiting.length > 1 && <b>{t('scan.status.waiting', { count: waiting.length })}</b>}
    </ButtonBase>
  )
}
