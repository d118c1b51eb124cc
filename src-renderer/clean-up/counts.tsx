import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { entityText } from '../../shared/audit/wording.ts'
import type { ClearPreview } from '../../shared/clean-up/contract.ts'
import { FactList } from '../components/fact-list.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'

export interface CountsProps { readonly title: string; readonly counts: ClearPreview['goes']; readonly note: string; readonly isLoud?: true }

/** How many rows of what. */
export function Counts({ title, counts, note, isLoud }: CountsProps): ReactNode {
  const t = useText()
  const titleId = useId()
  const { integer } = useFormats()
  const wording = useWording()
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ display: 'grid', gap: 1, alignContent: 'start', p: 1.5, borderRadius: 1, border: 1, borderColor: isLoud ? 'error.main' : 'divider' }}>
      <Typography id={titleId} component="h3" variant="h3" sx={{ color: isLoud ? 'error.main' : 'text.primary' }}>{title}</Typography>
      <FactList facts={counts.map(({ entity, rows }) => ({ label: entityText(wording, entity), value: t('cleanUp.rows', { rows: integer(rows) }) }))} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{note}</Typography>
    </Box>
  )
}
