import CheckCircle from '@mui/icons-material/CheckCircleOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { Fragment, type ReactNode } from 'react'
import type { Decision } from '../../shared/imports/decision.ts'
import type { Finding } from '../../shared/imports/issue.ts'
import { choiceWord, findingTitle } from '../../shared/imports/issue-text.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { FindingCard } from './finding-card.tsx'
import { groupFindings, type FindingGroup } from './findings.ts'

export interface FindingPanelProps {
  readonly findings: readonly Finding[]
  readonly fields: readonly TargetField[]
  readonly isBusy: boolean
  onDecide(...decisions: readonly Decision[]): void
  onShow(group: Pick<FindingGroup, 'reason' | 'column'>): void
}

/** What was found, each kind once: what needs a decision with its remedies, below it what is only worth knowing. */
export function FindingPanel({ findings, fields, isBusy, onDecide, onShow }: FindingPanelProps): ReactNode {
  const t = useText()
  const { language, integer } = useFormats()
  const groups = groupFindings(findings)
  const open = groups.filter(({ weight }) => weight !== 'note')
  const notes = groups.filter(({ weight }) => weight === 'note')
  return (
    <Paper variant="outlined" component="section" aria-label={t('imports.decide.title')} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, overflowY: 'auto' }}>
      <Typography component="h2" variant="overline" sx={{ px: 2, pt: 1.5, color: 'text.secondary' }}>{t('imports.decide.title')}</Typography>
      {open.length === 0 ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2, py: 1, color: 'success.main' }}>
          <CheckCircle fontSize="small" />
          <Typography variant="body2">{t('imports.decide.clear')}</Typography>
        </Box>
      ) : open.map(group => <FindingCard key={group.key} group={group} fields={fields} isBusy={isBusy} onDecide={onDecide} onShow={() => onShow(group)} />)}
      {notes.length > 0 && (
        <Box sx={{ borderTop: 1, borderColor: 'divider', pb: 1 }}>
          <Typography component="h2" variant="overline" sx={{ display: 'block', px: 2, pt: 1.5, color: 'text.secondary' }}>{t('imports.decide.notes')}</Typography>
          {notes.map(group => (
            <Fragment key={group.key}>
              <Button fullWidth size="small" color="inherit" onClick={() => onShow(group)} sx={{ justifyContent: 'space-between', px: 2, borderRadius: 0, fontWeight: 450 }}>
                <span>{findingTitle(group, { language, fields })}</span>
                <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{integer(group.count)}</Box>
              </Button>
              {readOtherwise(group).map(({ value, suggestion, column, count }) => (
                <Typography key={value} variant="body2" sx={{ px: 2, pb: 0.5, pl: 3.5, color: 'text.secondary', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {t('imports.decide.readAs', { rows: integer(count), text: value ?? '', meant: choiceWord(fields, language)(column ?? '', suggestion ?? '') })}
                </Typography>
              ))}
            </Fragment>
          ))}
        </Box>
      )}
    </Paper>
  )
}

const textsShown = 12

/** The texts of the file that were read as others, by how many rows say them. */
function readOtherwise({ reason, findings }: FindingGroup): readonly Finding[] {
  return reason === 'replaced' ? findings.filter(({ value }) => value !== null).slice(0, textsShown) : []
}
