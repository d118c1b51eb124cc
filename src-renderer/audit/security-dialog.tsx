import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import type { SecurityLine } from '../../shared/audit/security.ts'
import { moduleText, placeText } from '../../shared/audit/wording.ts'
import { permissionText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'
import { useSecurityWords } from './security-words.tsx'

/** One line of the security log: all that is kept of it, what it means and what to do. */
export function SecurityDialog({ line, onClose }: { readonly line: SecurityLine; onClose(): void }): ReactNode {
  const t = useText()
  const id = useId()
  const wording = useWording()
  const words = useSecurityWords()
  const { instant, integer } = useFormats()
  const facts: readonly (readonly [string, string | null])[] = [
    [t('audit.security.time'), `${instant(line.at)}${line.until === null ? '' : ` ${t('audit.security.until', { time: instant(line.until) })}`}`],
    [t('audit.security.times'), integer(line.count)],
    [t('audit.security.who'), words.who(line)],
    [t('audit.security.address'), placeText(wording, line)],
    [t('audit.security.what'), line.procedure === null ? null : moduleText(wording, line.procedure.split('.')[0]!)],
    [t('audit.security.needed'), line.needed === null ? null : permissionText(line.needed)],
    [t('audit.security.section'), line.sectionName],
    [t('audit.security.lockedUntil'), line.lockedUntil === null ? null : instant(line.lockedUntil)],
    [t('audit.security.reason'), line.reason],
  ]
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{words.kind(line)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography variant="body2">{words.meaning(line)}</Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, max-content) 1fr', columnGap: 2, rowGap: 0.5, fontSize: '0.875rem', '& dt': { color: 'text.secondary' }, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
          {facts.filter(([, value]) => value !== null).map(([name, value]) => <Box key={name} sx={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></Box>)}
        </Box>
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}
