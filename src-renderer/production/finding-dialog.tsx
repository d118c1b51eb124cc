import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import MuiLink from '@mui/material/Link'
import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { Finding } from '../../shared/production/findings.ts'
import { FactList } from '../components/fact-list.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { pathOfRow, useFindingFigures } from './finding-figures.ts'
import { GoOnWithLess } from './go-on-with-less.tsx'

/** A finding with the entries behind it; a supervisor says that they looked at it, and what they found. */
export function FindingDialog({ finding, onClose }: { readonly finding: Finding; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { production } = useApi()
  const { day, instant } = useFormats()
  const figures = useFindingFigures()
  const mayDecide = useMay()('production.approve')
  const [isLooking, setLooking] = useState(false)
  const takeBack = useCommand(production.removeLook, { done: () => t('production.findings.takenBack'), onSuccess: onClose })
  const { sectionName, kind, number, who, look } = finding
  const on = finding.day
  if (isLooking) return <LookDialog finding={finding} onClose={onClose} />
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t(`production.today.findingKinds.${kind}`)}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <FactList
          facts={[
            { label: t('production.findings.columns.number'), value: number }, { label: t('production.findings.columns.section'), value: sectionName },
            { label: t('production.findings.columns.day'), value: on === null ? t('production.findings.standing') : day(on) },
            ...(who === null ? [] : [{ label: t('production.findings.columns.who'), value: who }]),
            { label: t('production.findings.columns.actual'), value: figures(finding.actual, finding.wanted) ?? '–' },
            ...(look === null ? [] : [{ label: t('production.findings.states.LOOKED_AT'), value: `${t('production.findings.by', { name: look.byName, at: instant(look.at) })}: ${look.note}` }]),
          ]}
        />
        <Entries finding={finding} />
      </DialogContent>
      <DialogActions>
        <Box sx={{ mr: 'auto' }}>{mayDecide && look !== null && <Button color="error" loading={takeBack.isPending} onClick={() => takeBack.mutate({ id: look.id, version: look.version })}>{t('production.findings.takeBack')}</Button>}</Box>
        <GoOnWithLess finding={finding} />
        <Button onClick={onClose}>{t('buttons.close')}</Button>
        {mayDecide && look === null && <Button variant="contained" onClick={() => setLooking(true)}>{t('production.findings.look')}</Button>}
      </DialogActions>
    </Dialog>
  )
}

function Entries({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useText()
  const { day, decimal } = useFormats()
  const figure = (value: Finding['actual']) => (value === null ? '–' : decimal(value))
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <PlainTable
        label={t('production.findings.behind')}
        head={[{ words: t('production.findings.columns.day') }, { prose: finding.kind === 'BAD_SCANS' ? t('production.findings.code') : t('production.findings.columns.number') }, { prose: t('production.findings.columns.who') }, t('production.findings.columns.actual'), t('production.findings.columns.wanted')]}
        rows={finding.rows.map(row => {
          const path = pathOfRow(row, finding)
          return {
            key: `${row.entity}${row.id}${row.label}`,
            cells: [row.day === null ? '–' : day(row.day), path === undefined ? row.label : <MuiLink key="open" component={Link} to={path} underline="always">{row.label}</MuiLink>, row.who ?? '–', figure(row.actual), figure(row.wanted)],
          }
        })}
      />
    </Box>
  )
}

function LookDialog({ finding: { sectionId, key, day, number, kind }, onClose }: { readonly finding: Finding; onClose(): void }): ReactNode {
  const t = useText()
  const { production } = useApi()
  return (
    <FormDialog
      title={t('production.findings.lookTitle')} subtitle={`${t(`production.today.findingKinds.${kind}`)} · ${number}`} schema={production.lookAtFinding.procedure.input} onClose={onClose} saveLabel={t('production.findings.look')}
      values={{ sectionId, key, day: day, note: '' }}
      save={async input => {
        await production.lookAtFinding(input)
        showDone(t('production.findings.looked'))
      }}
    >
      <TextField name="note" label={t('production.findings.note')} rows={3} isRequired autoFocus />
    </FormDialog>
  )
}
