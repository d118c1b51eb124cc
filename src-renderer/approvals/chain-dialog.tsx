import Add from '@mui/icons-material/Add'
import Delete from '@mui/icons-material/DeleteOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { highestStepLevel, type ApprovalStep } from '../../shared/approvals/chain.ts'
import type { ChainState } from '../../shared/approvals/contract.ts'
import { permissions, type Permission } from '../../shared/core/permissions.ts'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { errorText, issuesOf, issueText, permissionText } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

const newStep: ApprovalStep = { by: 'level', level: 2 }
const mostSteps = 5

/** The steps of a kind of request, put together. */
export function ChainDialog({ chain: { kind, steps: before, version }, onClose }: { readonly chain: ChainState; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const [steps, setSteps] = useState<readonly ApprovalStep[]>(before)
  const [failure, setFailure] = useState<unknown>()
  const [isSaving, setSaving] = useState(false)
  const name = t(`approvals.kinds.${kind}.name`)
  const replace = (at: number, step: ApprovalStep) => setSteps(steps.map((one, index) => (index === at ? step : one)))
  const issues = failure === undefined ? [] : issuesOf(failure)
  async function save(): Promise<void> {
    setSaving(true)
    try {
      await api.approvals.updateChain({ kind, steps: [...steps], version })
      showDone(t('approvals.chains.saved', { name }))
      onClose()
    } catch (error) {
      setFailure(error)
      setSaving(false)
    }
  }
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId} onKeyDown={event => { if (event.key === 'Enter' && event.ctrlKey) void save() }}>
      <DialogTitle id={titleId}>{t('approvals.chains.edit', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {failure !== undefined && <Alert severity="error">{issues.length > 0 ? issues.map(issue => `${t('approvals.stepNumber', { step: Number(issue.path[1] ?? 0) + 1 })}: ${issueText(issue)}`).join(' ') : errorText(failure)}</Alert>}
        {steps.map((step, at) => (
          <Box key={at} component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, m: 0, display: 'grid', gap: 1.5 }}>
            <Box sx={{ display: 'flex', alignItems: 'center' }}>
              <Typography component="legend" sx={{ flex: 1, fontWeight: 650 }}>{t('approvals.stepNumber', { step: at + 1 })}</Typography>
              {steps.length > 1 && <IconButton aria-label={t('approvals.chains.removeStep', { step: at + 1 })} onClick={() => setSteps(steps.filter((_, index) => index !== at))}><Delete /></IconButton>}
            </Box>
            <StepFields step={step} onChange={next => replace(at, next)} />
          </Box>
        ))}
        {steps.length < mostSteps && <Button startIcon={<Add />} onClick={() => setSteps([...steps, newStep])} sx={{ justifySelf: 'start' }}>{t('approvals.chains.addStep')}</Button>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('buttons.cancel')}</Button>
        <Button variant="contained" loading={isSaving} onClick={() => void save()}>{t('buttons.save')}</Button>
      </DialogActions>
    </Dialog>
  )
}

function StepFields({ step, onChange }: { readonly step: ApprovalStep; onChange(step: ApprovalStep): void }): ReactNode {
  const t = useText()
  const levels = useLevels()
  return (
    <>
      <SelectInput
        label={t('approvals.chains.by')} value={step.by} options={[{ value: 'level', label: t('approvals.chains.byLevel') }, { value: 'permission', label: t('approvals.chains.byPermission') }]}
        onChange={by => onChange(by === 'permission' ? { by, permission: 'production.approve', section: 'concerned' } : newStep)}
      />
      {step.by === 'level' && <SelectInput label={t('approvals.chains.level')} value={String(step.level)} options={levels} onChange={level => onChange({ by: 'level', level: Number(level) })} />}
      {step.by === 'permission' && (
        <>
          <SelectInput
            label={t('approvals.chains.permission')} value={step.permission} options={permissions.map(value => ({ value, label: permissionText(value) }))}
            onChange={permission => onChange({ ...step, permission: permission as Permission })}
          />
          <SelectInput
            label={t('approvals.chains.section')} value={step.section} options={(['concerned', 'any'] as const).map(value => ({ value, label: t(`approvals.chains.${value}`) }))}
            onChange={section => onChange({ ...step, section: section === 'any' ? 'any' : 'concerned' })}
          />
        </>
      )}
    </>
  )
}

/** Levels with the roles that stand on them, as far as this user may know them. */
function useLevels(): { value: string; label: string }[] {
  const t = useText()
  const may = useMay()
  const { data: roles = [] } = useLive(useApi().identity.listRoles, {}, { enabled: may('identity.view') })
  return Array.from({ length: highestStepLevel }, (_, at) => at + 1).map(level => {
    const names = roles.filter(role => role.level === level).map(role => role.name).join(', ')
    return { value: String(level), label: t('approvals.chains.levelName', { level, roles: names || '…' }) }
  })
}
