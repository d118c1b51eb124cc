import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { fieldLabel, valueText } from '../../shared/audit/wording.ts'
import type { HistoryChange } from '../../shared/audit/history.ts'
import type { AuditAction } from '../../shared/core/procedure.ts'
import { useText } from '../core/i18n.ts'
import { useWording } from '../core/wording.ts'

export interface ActChangesProps { readonly entity: string | null; readonly action: AuditAction; readonly changes: readonly HistoryChange[] }

/** Each changed field before and after, side by side, in the words of the screens. Fields that no screen shows are only counted. */
export function ActChanges({ entity, action, changes }: ActChangesProps): ReactNode {
  const t = useText()
  const wording = useWording()
  const named = changes.flatMap(change => {
    const label = fieldLabel(wording, entity, change)
    return label === undefined ? [] : [{ change, label }]
  })
  const hidden = changes.length - named.length
  // A record that was just made had nothing before, whatever the act is called.
  const isNew = action !== 'UPDATE' && action !== 'DELETE' && changes.every(({ before }) => before === null)
  const cell = (change: HistoryChange, side: 'before' | 'after', isThere: boolean) =>
    isThere ? valueText(wording, entity, change, change[side]) : t('audit.entry.nothing')
  if (changes.length === 0) return <Typography variant="body2" color="textSecondary">{t('audit.entry.noFields')}</Typography>
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      {named.length > 0 && (
        <Box component="table" aria-label={t('audit.entry.changed')} sx={table}>
          <thead>
            <tr><th scope="col">{t('audit.entry.field')}</th><th scope="col">{t('audit.entry.before')}</th><th scope="col">{t('audit.entry.after')}</th></tr>
          </thead>
          <tbody>
            {named.map(({ change, label }) => (
              <tr key={change.field}>
                <th scope="row">{label}</th>
                <td className="before">{cell(change, 'before', !isNew)}</td>
                <td className="after">{cell(change, 'after', action !== 'DELETE')}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      {hidden > 0 && <Typography variant="caption" color="textSecondary">{t('audit.entry.hidden', { count: hidden })}</Typography>}
    </Box>
  )
}

const table = {
  width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums',
  '& th, & td': { textAlign: 'left', verticalAlign: 'top', px: 1, py: 0.75, overflowWrap: 'anywhere', borderBottom: 1, borderColor: 'divider' },
  '& thead th': { fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' },
  '& tbody th': { fontWeight: 400, color: 'text.secondary', width: '32%' },
  '& .before': { color: 'text.secondary' }, '& .after': { fontWeight: 600 },
} as const
