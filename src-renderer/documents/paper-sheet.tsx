import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { DocumentHead } from '../../shared/documents/contract.ts'
import { paperSizes, type DocumentForm } from '../../shared/documents/form.ts'
import { useText } from '../core/i18n.ts'

export interface PaperSheetProps {
  readonly form: DocumentForm
  readonly head: DocumentHead
  readonly logo: string | undefined
  readonly title: string
  /** The boxes the document has of its own. */
  readonly ownTitles: readonly string[]
}

/** Paper is white in the dark too. */
const ink = { sheet: '#ffffff', text: '#1b2529', quiet: '#5b6a71', accent: '#1f4e5f', line: '#c9d3d8', fill: '#edf2f4' }
const widest = 320
const sampleRows = 9

/** A page as the form makes it, small: head, a table of grey lines, the boxes to sign in and the footnote. The PDF itself is one button away. */
export function PaperSheet({ form: { paper, orientation, footer, signatures }, head, logo, title, ownTitles }: PaperSheetProps): ReactNode {
  const t = useText()
  const { short, long } = paperSizes[paper]
  const isLandscape = orientation === 'LANDSCAPE'
  const boxes = signatures ?? ownTitles.map(own => ({ title: own, name: '' }))
  const lines = [head.address, head.phone, ...head.headLines.split('\n')].filter(line => line.trim() !== '')
  return (
    <Box
      role="img" aria-label={t('documents.sheet')}
      sx={{ width: isLandscape ? widest : widest * short / long, aspectRatio: isLandscape ? `${long} / ${short}` : `${short} / ${long}`, bgcolor: ink.sheet, color: ink.text, boxShadow: 3, p: 1.75, display: 'flex', flexDirection: 'column', gap: 0.75, overflow: 'hidden', fontSize: 7, lineHeight: 1.3 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', borderBottom: `1px solid ${ink.accent}`, pb: 0.5 }}>
        {logo !== undefined && <Box component="img" src={logo} alt="" sx={{ maxWidth: 48, maxHeight: 24 }} />}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 700, fontSize: 9, color: ink.accent }}>{head.name}</Box>
          {lines.slice(0, 4).map(line => <Box key={line} sx={{ color: ink.quiet, fontSize: 5 }}>{line}</Box>)}
        </Box>
        <Box sx={{ fontWeight: 700, textAlign: 'end', maxWidth: '45%' }}>{title}</Box>
      </Box>
      <Box sx={{ display: 'grid', gap: '3px' }}>
        {Array.from({ length: sampleRows }, (_, at) => <Box key={at} sx={{ height: at === 0 ? 8 : 5, bgcolor: at === 0 ? ink.fill : undefined, borderBottom: `1px solid ${ink.line}` }} />)}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: 1 }}>
        {boxes.map(({ title: box, name }, at) => (
          <Box key={at} sx={{ width: `${Math.min(30, 96 / boxes.length)}%`, border: `1px solid ${ink.line}`, ml: '-1px', p: '3px', minHeight: 44, display: 'flex', flexDirection: 'column', justifyContent: 'space-between', overflowWrap: 'anywhere' }}>
            <Box sx={{ fontWeight: 700, color: ink.accent, fontSize: 5.5 }}>{box}</Box>
            <Box sx={{ fontSize: 5.5, borderTop: `1px solid ${ink.line}`, minHeight: 8 }}>{name}</Box>
          </Box>
        ))}
      </Box>
      <Box sx={{ mt: 'auto', pt: 0.25, borderTop: `1px solid ${ink.line}`, color: ink.quiet, fontSize: 5, display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <span>{footer}</span><span>{t('reports.document.page', { page: 1, pages: 1 })}</span>
      </Box>
    </Box>
  )
}
