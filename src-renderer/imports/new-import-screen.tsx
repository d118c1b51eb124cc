import Lock from '@mui/icons-material/LockOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Target, TargetName } from '../../shared/imports/target.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FileDrop, type FileKinds } from '../components/file-drop.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { textOf, useText } from '../core/i18n.ts'
import { ImportSteps } from './import-steps.tsx'
import { importErrorText } from './import-errors.ts'
import { useInspection } from './inspection.ts'
import { MappingStep } from './mapping-step.tsx'
import { targetIn } from './paths.ts'
import { TemplateLinks } from './template-links.tsx'
import { useTargets, useWording } from './wording.ts'

/** A new import, up to the check: what, from which file, which column means what. What is imported is named by the address. */
export function NewImportScreen(): ReactNode {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const targets = useTargets()
  const offered = targets?.filter(({ canImport }) => canImport)
  const chosen = targetIn(params)
  const target = offered?.find(({ name }) => name === chosen) ?? offered?.[0]
  const title = target ? t('imports.newTitle', { target: t(`imports.targets.${target.name}`) }) : t('imports.new')
  if (!offered) return <PageFrame title={title}><LinearProgress aria-label={t('words.loading')} /></PageFrame>
  if (!target) return <PageFrame title={title}><EmptyState icon={<Lock />} title={t('frame.notAllowed')} hint={t('imports.start.none')} /></PageFrame>
  return (
    <PageFrame title={title}>
      <NewImport key={target.name} target={target} offered={offered} onTarget={name => setParams({ target: name }, { replace: true })} />
    </PageFrame>
  )
}

/** The right file for something else is the most usual mistake. */
function LikelierTarget({ name, onTarget }: { readonly name: TargetName; onTarget(name: string): void }): ReactNode {
  const t = useText()
  const target = t(`imports.targets.${name}`)
  return <Alert severity="info" action={<Button size="small" color="inherit" onClick={() => onTarget(name)}>{t('imports.start.asThat', { target })}</Button>}>{t('imports.start.likelier', { target })}</Alert>
}

interface NewImportProps { readonly target: Target; readonly offered: readonly Target[]; onTarget(name: string): void }

/** 100 MB is what the host takes. */
const uploads: FileKinds = { kinds: ['.xlsx', '.csv', '.txt'], maximumSize: 100 * 1024 * 1024 }

function NewImport({ target, offered, onTarget }: NewImportProps): ReactNode {
  const t = useText()
  const wording = useWording(target.fields)
  const inspection = useInspection(target.name)
  const { results, error } = inspection
  const [first] = results
  const about = textOf(`imports.about.${target.name}`)
  return (
    <Box sx={{ display: 'grid', gap: 2.5, maxWidth: 1080, width: '100%', mx: 'auto' }}>
      <ImportSteps current={first ? 'columns' : 'file'} />
      {error && <Alert severity="error" role="alert">{importErrorText(error, wording)}</Alert>}
      {first?.likelier && <LikelierTarget name={first.likelier} onTarget={onTarget} />}
      {first ? (
        <MappingStep key={`${first.fileName} ${first.sheet} ${first.delimiter} ${first.headingRow}`} target={target} inspection={inspection} files={uploads} />
      ) : (
        <>
          <Box sx={{ maxWidth: 320 }}>
            <SelectInput label={t('imports.start.what')} value={target.name} options={offered.map(({ name }) => ({ value: name, label: t(`imports.targets.${name}`) }))} onChange={name => name !== null && onTarget(name)} />
          </Box>
          {about && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{about}</Typography>}
          <FileDrop label={t('imports.start.file')} {...uploads} onFiles={inspection.take} />
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('imports.start.hint')}</Typography>
          <TemplateLinks target={target.name} />
        </>
      )}
      <ProgressDialog title={t('imports.start.reading')} job={{ ...inspection, error: undefined }} />
    </Box>
  )
}
