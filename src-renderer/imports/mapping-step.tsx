import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Paper from '@mui/material/Paper'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { InputOf } from '../../shared/core/procedure.ts'
import { mostFiles, type FileColumn, type imports as contract, type ImportSetup, type Inspection, type SavedMapping } from '../../shared/imports/contract.ts'
import type { ImportMode, Target } from '../../shared/imports/target.ts'
import { AddFiles, type FileKinds } from '../components/file-drop.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { useApi } from '../core/api.ts'
import type { Call, CallOptions } from '../core/client.ts'
import { asAppError } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { showDone } from '../core/toasts.ts'
import { ColumnOddities } from './column-oddities.tsx'
import { FileChoices } from './file-choices.tsx'
import { importErrorText } from './import-errors.ts'
import type { FileInspection } from './inspection.ts'
import { fits, missingFields, startMapping, together, unusedColumns, wholeMapping } from './mapping.ts'
import { MappingTable } from './mapping-table.tsx'
import { batchPath } from './paths.ts'
import { SavedMappings } from './saved-mappings.tsx'
import { useWording } from './wording.ts'
import { fieldLabel } from './field-label.ts'

export interface MappingStepProps {
  readonly target: Target
  /** Of at least one file. */
  readonly inspection: FileInspection
  /** Which files may be added. */
  readonly files: FileKinds
}

/** What the columns mean; then all rows are checked, and what came out is shown on a page of its own. */
export function MappingStep({ target, inspection, files }: MappingStepProps): ReactNode {
  const t = useText()
  const { fields, modes, name } = target
  const { results } = inspection
  const seen = together(results)
  const [mapping, setMapping] = useState(() => startMapping(seen, fields))
  const [mode, setMode] = useState<ImportMode>(modes[0] ?? 'insert')
  const [mappingId, setMappingId] = useState(seen.suggestion.mappingId)
  const staging = useStaging(target, inspection)
  const { needed, lacking } = missingFields(mapping, fields, modes.includes('insert') ? mode : 'insert')
  const unused = unusedColumns(mapping, seen.columns)
  const labels = (list: typeof needed) => list.map(field => fieldLabel(field).toLowerCase()).join(', ')
  const use = (saved: SavedMapping) => {
    setMapping({ columns: saved.columns, constants: saved.constants, replacements: saved.replacements })
    setMappingId(saved.id)
    showDone(t('imports.mapping.used', { name: saved.name }))
  }
  const check = () => staging.run(results, { mode, mappingId, ...wholeMapping(mapping) })
  const isOneOfMany = results.length > 1
  return (
    <>
      <Paper variant="outlined" component="section" aria-label={t('imports.file.title')} sx={{ p: 2, display: 'grid', gap: 1 }}>
        {results.map((one, at) => (
          <FileChoices
            key={one.fileId} seen={one} isOneOfMany={isOneOfMany} hasDays={fields.some(({ kind }) => kind === 'day')}
            onMarks={marks => inspection.mark(at, marks)} onLook={choice => inspection.look(at, choice)} onRemove={() => inspection.remove(at)}
          />
        ))}
        {results.length < mostFiles && <Box><AddFiles label={t('imports.file.add')} {...files} onFiles={inspection.take} /></Box>}
      </Paper>
      <Paper variant="outlined" component="section" aria-label={t('imports.mapping.title')} sx={{ p: 2, display: 'grid', gap: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: 1, minWidth: 240 }}>
            <Typography component="h2" variant="h2">{t('imports.mapping.title')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('imports.mapping.hint')}</Typography>
          </Box>
          <SavedMappings target={name} columns={seen.columns} mapping={mapping} onUse={saved => fits(saved, seen.columns) && use(saved)} onSaved={({ id }) => setMappingId(id)} />
        </Box>
        <MappingTable fields={fields} columns={seen.columns} mapping={mapping} onChange={setMapping} />
        {unused.length > 0 && <UnusedColumns columns={unused} />}
      </Paper>
      {modes.length > 1 && <ModeChoice mode={mode} onChange={setMode} />}
      {staging.error !== undefined && <Alert severity="error" role="alert">{staging.error}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'flex-end', gap: 2, position: 'sticky', bottom: 0, py: 1.5, bgcolor: 'background.default' }}>
        {needed.length > 0 && <Typography variant="body2" role="status" sx={{ color: 'warning.main' }}>{t('imports.mapping.missing', { fields: labels(needed) })}</Typography>}
        {needed.length === 0 && lacking.length > 0 && <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>{t('imports.mapping.lacking', { fields: labels(lacking) })}</Typography>}
        <Button variant="contained" disabled={needed.length > 0} onClick={() => void check()}>{t('imports.check')}</Button>
      </Box>
      <ProgressDialog title={t('imports.checking')} job={{ ...staging.job, error: undefined }} />
    </>
  )
}

/** What is not imported, so that nothing is forgotten; and what is strange about it, for it is the same file. */
function UnusedColumns({ columns }: { readonly columns: readonly FileColumn[] }): ReactNode {
  const t = useText()
  const odd = columns.filter(({ oddities }) => oddities.length > 0)
  return (
    <Box sx={{ display: 'grid', gap: 0.75, color: 'text.secondary' }}>
      <Typography variant="body2">{t('imports.mapping.unused', { columns: columns.map(({ key }) => key).join(', ') })}</Typography>
      {odd.map(column => (
        <Box key={column.key} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, fontSize: '0.8125rem' }}>
          <b>{column.key}</b>
          <ColumnOddities oddities={column.oddities} />
        </Box>
      ))}
    </Box>
  )
}

function ModeChoice({ mode, onChange }: { readonly mode: ImportMode; onChange(mode: ImportMode): void }): ReactNode {
  const t = useText()
  const id = useId()
  return (
    <Box>
      <FormLabel id={id} sx={{ fontSize: '0.8125rem', fontWeight: 550 }}>{t('imports.mode.label')}</FormLabel>
      <RadioGroup row aria-labelledby={id} value={mode} onChange={(_event, value) => onChange(value === 'update' ? 'update' : 'insert')}>
        {(['insert', 'update'] as const).map(value => <FormControlLabel key={value} value={value} control={<Radio size="small" />} label={t(`imports.mode.${value}`)} sx={{ mr: 3 }} />)}
      </RadioGroup>
    </Box>
  )
}

type Asked = Pick<ImportSetup, 'mode' | 'mappingId' | 'columns' | 'constants' | 'replacements'>

function useStaging(target: Target, { resend }: FileInspection) {
  const { imports } = useApi()
  const navigate = useNavigate()
  const wording = useWording(target.fields)
  const call = useMemo(() => withLapsedFiles(imports.stageImport, resend), [imports, resend])
  const job = useJob(call)
  const isCancelled = useRef(false)
  async function run(files: readonly Inspection[], asked: Asked): Promise<void> {
    isCancelled.current = false
    const batch = await job.run({ ...readAs(files, asked), target: target.name })
    if (!batch) return
    // The host may be through with it before it hears of the cancel.
    if (isCancelled.current) await imports.discardImport({ id: batch.id })
    else void navigate(batchPath(batch.id))
  }
  const cancel = () => {
    isCancelled.current = true
    job.cancel()
  }
  return { run, job: { ...job, cancel }, error: job.error && importErrorText(job.error, wording) }
}

/** The first file by the setup, those behind it by their own marks. */
function readAs([first, ...rest]: readonly Inspection[], asked: Asked): Pick<InputOf<typeof contract.stageImport>, 'fileId' | 'setup' | 'moreFiles'> {
  return { fileId: first!.fileId, setup: { ...choiceOf(first!), ...asked }, moreFiles: rest.map(file => ({ fileId: file.fileId, ...choiceOf(file) })) }
}

function choiceOf({ sheet, delimiter, headingRow, decimalMark, dayOrder }: Inspection) {
  return { sheet, delimiter, headingRow, decimalMark, dayOrder }
}

/** Files that the host has forgotten meanwhile are sent again; what was mapped stays. */
function withLapsedFiles(stage: Call<typeof contract.stageImport>, resend: FileInspection['resend']): Call<typeof contract.stageImport> {
  const call: typeof stage = Object.assign(async (input: InputOf<typeof contract.stageImport>, options?: CallOptions) => {
    try {
      return await stage(input, options)
    } catch (thrown) {
      const again = asAppError(thrown).code === 'ticket-invalid' ? await resend() : undefined
      if (!again) throw thrown
      const { mode, mappingId = null, columns, constants, replacements = {} } = input.setup
      return stage({ ...input, ...readAs(again, { mode, mappingId, columns, constants, replacements }) }, options)
    }
  }, { ask: stage.ask, procedure: stage.procedure, path: stage.path })
  return call
}
