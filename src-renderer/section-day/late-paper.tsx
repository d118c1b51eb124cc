import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'

/** Batches copied from paper that were sent, and wait until their days are open again. */
export function LatePaperList({ sectionId }: { readonly sectionId: string | undefined }): ReactNode {
  const t = useText()
  const { day, integer, decimal } = useFormats()
  const { data: batches = [] } = useLive(useApi().sectionDay.listLatePaper, { sectionId })
  if (batches.length === 0) return null
  const title = t('sectionDay.late.paper', { count: batches.length, shown: integer(batches.length) })
  return (
    <Box component="section" aria-label={title} sx={{ flexShrink: 0, maxHeight: '30vh', overflowY: 'auto', display: 'grid', gap: 1, px: 2, py: 1, borderRadius: 1, bgcolor: 'tint.warning' }}>
      <Typography component="h2" variant="subtitle2">{title}</Typography>
      {batches.map(batch => (
        <Typography key={batch.id} variant="body2">
          <Link component={RouterLink} to={recordPath('paperBatch', batch.id)!}>{batch.number}</Link> · {batch.sectionName} · {batch.writer} · {decimal(batch.goodQuantity)} pcs · {t('sectionDay.late.waitsIn', { numbers: batch.request.number })}.
          {' '}{textOf(`production.paper.barred.${batch.bar}`, { day: day(batch.day) })}
        </Typography>
      ))}
    </Box>
  )
}
