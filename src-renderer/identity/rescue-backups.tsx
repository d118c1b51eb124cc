import Visibility from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import type { RescueBackup } from '../../shared/identity/first-run.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'

interface RescueBackupsProps { readonly backups: readonly RescueBackup[]; readonly chosen: RescueBackup; onChoose(name: string): void }

/** What can be gone back to, the newest first: of when, why it was made, and what is in it. */
export function RescueBackups({ backups, chosen, onChoose }: RescueBackupsProps): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1 }}>
      <Typography id={id} component="h2" variant="h3">{t('dataCare.rescue.choose')}</Typography>
      <RadioGroup
        aria-labelledby={id} value={chosen.name} onChange={(_event, name) => onChoose(name)}
        sx={{ flexWrap: 'nowrap', maxHeight: 308, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
      >
        {backups.map((backup, at) => <Choice key={backup.name} backup={backup} isNewest={at === 0} isChosen={backup === chosen} />)}
      </RadioGroup>
    </Box>
  )
}

interface ChoiceProps { readonly backup: RescueBackup; readonly isNewest: boolean; readonly isChosen: boolean }

function Choice({ backup: { name, at, kind, size, entries, attachments, fullAt }, isNewest, isChosen }: ChoiceProps): ReactNode {
  const t = useText()
  const { instant, fileSize, integer } = useFormats()
  return (
    <FormControlLabel
      value={name} control={<Radio />} disableTypography
      sx={{ m: 0, px: 1, py: 1, flexShrink: 0, bgcolor: isChosen ? 'action.selected' : undefined, '& + &': { borderTop: 1, borderColor: 'divider' }, '& > :last-child': { flex: 1, minWidth: 0 } }}
      label={(
        <Box component="span" sx={{ display: 'grid', gap: 0.25 }}>
          <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: 1 }}>
            <b>{instant(at)}</b>
            {fullAt === null ? <StatusChip tone="running" label={t('dataCare.states.opened')} icon={Visibility} /> : <StatusChip tone="good" label={t('dataCare.states.checked')} />}
          </Box>
          <Typography component="span" variant="body2">{[t(`dataCare.kinds.${kind}`), ...(isNewest ? [t('dataCare.rescue.isNewest')] : [])].join(' · ')}</Typography>
          <Typography component="span" variant="caption" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {t('dataCare.rescue.holds', { size: fileSize(size), entries: integer(entries), attachments: integer(attachments) })}
          </Typography>
        </Box>
      )}
    />
  )
}
