import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Help from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Decision } from '../../shared/imports/decision.ts'
import type { Finding } from '../../shared/imports/issue.ts'
import { choiceWord, findingTitle } from '../../shared/imports/issue-text.ts'
import type { TargetField } from '../../shared/imports/target.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { ConstantInput } from './constant-input.tsx'
import { hasRemedy, mayBeCleared, proposalOf, replacementOf, rowsOf, rowsWith, type FindingGroup } from './findings.ts'

interface CardProps {
  readonly group: FindingGroup
  readonly fields: readonly TargetField[]
  readonly isBusy: boolean
  onDecide(...decisions: readonly Decision[]): void
}

const valuesShown = 6

/** One kind of finding: what it is, how many rows it concerns, and what can be done — for all of them, or text by text. */
export function FindingCard({ group, fields, isBusy, onDecide, onShow }: CardProps & { onShow(): void }): ReactNode {
  const t = useText()
  const { language, integer } = useFormats()
  const [isWhole, setWhole] = useState(false)
  const { weight, count, findings, reason } = group
  const valued = findings.filter(({ value }) => value !== null)
  const shown = isWhole ? valued : valued.slice(0, valuesShown)
  const Icon = weight === 'fault' ? ErrorIcon : Help
  return (
    <Box component="article" aria-label={findingTitle(group, { language, fields })} sx={{ display: 'grid', gap: 1, px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
        <Icon fontSize="small" sx={{ color: weight === 'fault' ? 'error.main' : 'warning.main', mt: '1px' }} />
        <Typography component="h3" sx={{ fontSize: '0.875rem', fontWeight: 650, flex: 1 }}>{findingTitle(group, { language, fields })}</Typography>
        <Link component="button" variant="body2" onClick={onShow} sx={{ whiteSpace: 'nowrap' }}>{t('imports.decide.rows', { count, shown: integer(count) })}</Link>
      </Box>
      {shown.map(finding => <ValueLine key={finding.value} finding={finding} fields={fields} isBusy={isBusy} onDecide={onDecide} isAlone={valued.length === 1} />)}
      {valued.length > shown.length && <Button size="small" onClick={() => setWhole(true)} sx={{ justifySelf: 'start' }}>{t('imports.decide.more', { count: valued.length - shown.length })}</Button>}
      {(valued.length !== 1 || !(['fill', 'accept', 'keep'] as const).some(remedy => hasRemedy(reason, remedy))) && <GroupActs group={group} fields={fields} isBusy={isBusy} onDecide={onDecide} hasValues={valued.length > 0} />}
    </Box>
  )
}

/** What can be done about all rows of a kind at once. */
function GroupActs({ group, fields, isBusy, onDecide, hasValues }: CardProps & { readonly hasValues: boolean }): ReactNode {
  const t = useText()
  const { reason, column, findings } = group
  const field = fields.find(({ name }) => name === column)
  const where = rowsOf(group)
  const proposals = findings.flatMap(finding => proposalOf(finding) ?? [])
  return (
    <>
      {hasRemedy(reason, 'fill') && field && !hasValues && (
        <FillForm field={field} label={t(reason === 'required' ? 'imports.decide.fillAll' : 'imports.decide.fillWith')} isBusy={isBusy} onFill={value => onDecide({ act: 'fill', field: field.name, value, where })} />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {hasRemedy(reason, 'fill') && reason === 'required' && field?.kind === 'text' && !field.isKey && (
          <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide({ act: 'fillWithKey', field: field.name, where })}>{t('imports.decide.fillWithCode')}</Button>
        )}
        {hasRemedy(reason, 'accept') && <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide({ act: 'accept', reason, where })}>{t('imports.decide.acceptAll')}</Button>}
        {proposals.length > 1 && <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide(...proposals)}>{t('imports.decide.proposedAll')}</Button>}
        <Button size="small" disabled={isBusy} onClick={() => onDecide({ act: 'skip', where })}>{t('imports.decide.skipAll')}</Button>
      </Box>
    </>
  )
}

interface ValueLineProps extends Omit<CardProps, 'group'> { readonly finding: Finding; readonly isAlone: boolean }

/** One text of a kind: the unknown unit, the odd code, the code with several names. */
function ValueLine({ finding, fields, isBusy, onDecide, isAlone }: ValueLineProps): ReactNode {
  const t = useText()
  const { language, integer } = useFormats()
  const [isFilling, setFilling] = useState(false)
  const { reason, column, value, suggestion, count } = finding
  const field = fields.find(({ name }) => name === column)
  const proposal = proposalOf(finding)
  const where = rowsWith(finding)
  const fillLabel = t('imports.decide.fillWith')
  return (
    <Box sx={{ display: 'grid', gap: 0.75, pl: 3.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
        <Typography variant="body2" component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere', flex: 1, minWidth: 80 }}>
          {value} {!isAlone && <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>· {integer(count)}</Box>}
        </Typography>
        {proposal && suggestion !== null && column !== null && (
          <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide(proposal)}>{t('imports.decide.use', { value: choiceWord(fields, language)(column, suggestion) })}</Button>
        )}
        {hasRemedy(reason, 'keep') && proposal && <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide(proposal)}>{t('imports.decide.proposed')}</Button>}
        {hasRemedy(reason, 'accept') && <Button size="small" variant="outlined" disabled={isBusy} onClick={() => onDecide({ act: 'accept', reason, where })}>{t('imports.decide.accept')}</Button>}
        {hasRemedy(reason, 'fill') && field && <Button size="small" disabled={isBusy} aria-expanded={isFilling} onClick={() => setFilling(!isFilling)}>{fillLabel}…</Button>}
        {mayBeCleared(reason, field) && field && <Button size="small" disabled={isBusy} onClick={() => onDecide({ act: 'fill', field: field.name, value: '', where })}>{t('imports.decide.clearCell')}</Button>}
        <Button size="small" disabled={isBusy} onClick={() => onDecide({ act: 'skip', where })}>{t('imports.decide.skip')}</Button>
      </Box>
      {isFilling && field && <FillForm field={field} label={fillLabel} isBusy={isBusy} onFill={typed => onDecide(replacementOf(finding, typed) ?? { act: 'fill', field: field.name, value: typed, where })} />}
    </Box>
  )
}

interface FillFormProps { readonly field: TargetField; readonly label: string; readonly isBusy: boolean; onFill(value: string): void; /** The same for every row of the file that says this. */ onReplace?: ((value: string) => void) | undefined }

/** A text for many rows at once, read as the file's own texts are. */
export function FillForm({ field, label, isBusy, onFill, onReplace }: FillFormProps): ReactNode {
  const t = useText()
  const [value, setValue] = useState('')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (value.trim() !== '') onFill(value.trim())
  }
  return (
    <Box component="form" onSubmit={onSubmit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'end' }}>
      <Box sx={{ flex: 1, minWidth: 140 }}><ConstantInput field={field} label={label} value={value} onChange={setValue} /></Box>
      <Button type="submit" variant="outlined" disabled={isBusy || value.trim() === ''}>{t('imports.decide.fill')}</Button>
      {onReplace && <Button variant="outlined" disabled={isBusy || value.trim() === ''} onClick={() => onReplace(value.trim())}>{t('imports.replace.everywhere')}</Button>}
    </Box>
  )
}
