import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { HistoryEntry } from '../../shared/audit/history.ts'
import { systemUserName } from '../../shared/identity/system-user.ts'
import { personText, placeText, wayText } from '../../shared/audit/wording.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'

/** Who, when, where, why and how; what it was stands beside it. */
export function EntryFacts({ entry, account }: { readonly entry: Omit<HistoryEntry, 'changes'>; readonly account?: string | undefined }): ReactNode {
  const t = useText()
  const wording = useWording()
  const { instant, relative } = useFormats()
  const facts = [
    { name: t('audit.story.who'), value: (entry.userName === systemUserName ? [personText(wording, entry.userName)] : [personText(wording, entry.userName), entry.role, account]).filter(Boolean).join(' · ') },
    { name: t('audit.story.when'), value: <time dateTime={entry.at}>{instant(entry.at)} ({relative(entry.at)})</time> },
    { name: t('audit.story.where'), value: placeText(wording, entry) },
    { name: t('audit.story.why'), value: entry.reason ?? t('audit.story.noReason'), isFaint: entry.reason === null },
    { name: t('audit.story.how'), value: wayText(wording, entry) },
  ]
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'minmax(84px, max-content) 1fr', columnGap: 2, rowGap: 0.5, m: 0 }}>
      {facts.map(({ name, value, isFaint }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">{name}</Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere', ...(isFaint && { color: 'text.secondary' }) }}>{value}</Typography>
        </Box>
      ))}
    </Box>
  )
}
