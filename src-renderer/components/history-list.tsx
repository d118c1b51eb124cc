import ArrowForward from '@mui/icons-material/ArrowForward'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ValueKind } from '../../shared/audit/history.ts'
import { money } from '../../shared/core/money.ts'
import type { AuditAction } from '../../shared/core/procedure.ts'
import { useFormats, type Formats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { EmptyState } from './empty-state.tsx'

export interface HistoryEntry {
  readonly id: string
  /** UTC instant. */
  readonly at: string
  readonly by: string
  readonly desk?: string | undefined
  readonly action: AuditAction
  readonly reason?: string | undefined
  /** Absent before: the field was set at creation. A secret is `null` on both sides. */
  readonly changes: readonly HistoryLine[]
}

/** `kind` as `audit.listHistory` says it: decimals, days and moments are then written as the user does. */
export interface HistoryLine { readonly field: string; readonly kind?: ValueKind; readonly before?: unknown; readonly after?: unknown }

export interface HistoryListProps {
  /** The newest first. */
  readonly entries: readonly HistoryEntry[]
  /** Field names in the user's language; a field without one is not shown. */
  readonly labels: Readonly<Record<string, string>>
  /** A value as a person reads it where the kind does not tell: states and other fixed words. Nothing leaves it as it is. */
  show?(field: string, value: unknown): ReactNode
}

/** Who changed what, when and why: before → after. */
export function HistoryList({ entries, labels, show }: HistoryListProps): ReactNode {
  const t = useText()
  const { instant, relative } = useFormats()
  const personName = usePersonName()
  if (entries.length === 0) return <EmptyState title={t('history.empty')} />
  return (
    <Box component="ol" aria-label={t('history.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid' }}>
      {entries.map(entry => (
        <Box key={entry.id} component="li" sx={{ position: 'relative', pl: 3, pb: 2.5, '&::before': dot, '&:not(:last-child)::after': thread }}>
          <Typography variant="body2">
            <b>{t(`history.${entry.action}`)}</b> {t('history.by', { name: personName(entry.by) })}
            {entry.desk !== undefined && <Box component="span" sx={{ color: 'text.secondary' }}> {t('history.desk', { desk: entry.desk })}</Box>}
          </Typography>
          <Typography component="p" variant="caption" sx={{ color: 'text.secondary' }}>
            <time dateTime={entry.at} title={relative(entry.at)}>{instant(entry.at)}</time>
          </Typography>
          {entry.reason !== undefined && <Typography variant="body2" sx={{ mt: 0.5, pl: 1, borderLeft: 3, borderColor: 'secondary.main' }}>{t('history.reason', { reason: entry.reason })}</Typography>}
          <ChangeLines changes={entry.changes.filter(change => labels[change.field] !== undefined)} labels={labels} show={show} />
        </Box>
      ))}
    </Box>
  )
}

function ChangeLines({ changes, labels, show }: { readonly changes: HistoryEntry['changes']; readonly labels: HistoryListProps['labels']; readonly show: HistoryListProps['show'] }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const shown = (field: string, kind: ValueKind | undefined, value: unknown) => {
    if (value === undefined || value === null || value === '') return t('form.emptyValue')
    if (typeof value === 'boolean') return t(value ? 'words.yes' : 'words.no')
    return show?.(field, value) ?? written(kind, value, formats)
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 0.25, fontSize: '0.875rem' }}>
      {changes.map(({ field, kind, before, after }) => (
        <Box key={field} component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
          <Box component="span" sx={{ color: 'text.secondary', minWidth: 120 }}>{labels[field]}</Box>
          {before === null && after === null ? <span>{t('history.hidden')}</span> : (
            <>
              {before !== undefined && <><Box component="del" aria-label={t('history.before')} sx={{ color: 'text.secondary', textDecorationColor: 'var(--lantai-palette-text-disabled)' }}>{shown(field, kind, before)}</Box><ArrowForward aria-hidden sx={{ fontSize: 14, color: 'text.secondary' }} /></>}
              <Box component="ins" aria-label={t('history.after')} sx={{ textDecoration: 'none', fontWeight: 600 }}>{shown(field, kind, after)}</Box>
            </>
          )}
        </Box>
      ))}
    </Box>
  )
}

function written(kind: ValueKind | undefined, value: unknown, { plain, day, instant, money: amount }: Formats): string {
  const text = String(value)
  if (kind === 'decimal' || kind === 'number') return plain(text)
  if (kind === 'money') return amount(money(text))
  if (kind === 'day') return day(text)
  return kind === 'instant' ? instant(text) : text
}

const dot = { content: '""', position: 'absolute', insetInlineStart: 4, top: 6, width: 9, height: 9, borderRadius: '50%', bgcolor: 'primary.main' }
const thread = { content: '""', position: 'absolute', insetInlineStart: 8, top: 18, bottom: -4, width: '1px', bgcolor: 'divider' }
