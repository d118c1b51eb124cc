import Gavel from '@mui/icons-material/GavelOutlined'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { OverrideKind } from '../../shared/planning/overrides.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useSetting } from '../core/setting.ts'
import { showDone } from '../core/toasts.ts'
import { ConfirmWithReason } from './confirm-dialog.tsx'

interface Overridden { readonly kind: OverrideKind; readonly id: string }
export interface OverrideButtonProps extends Overridden { readonly version: number; readonly number: string }

/** PL-24: what the director decides past those who else would. Nobody else sees it. */
export function OverrideButton(props: OverrideButtonProps): ReactNode {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  if (!useMay()('process.overrideEmergency')) return null
  return (
    <>
      <Button color="error" startIcon={<Gavel />} onClick={() => setAsking(true)}>{t(`planning.overrides.buttons.${props.kind}`)}</Button>
      {isAsking && <OverrideDialog {...props} onClose={() => setAsking(false)} />}
    </>
  )
}

function OverrideDialog({ kind, id, version, number, onClose }: OverrideButtonProps & { onClose(): void }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { data } = useLive(planning.countOverrides, {})
  const least = useSetting(planningSettings.overrideReason)
  const left = data && Math.max(0, data.limit - data.made)
  const count = left === undefined ? '' : left === 0 ? t('planning.overrides.none', { limit: data?.limit ?? 0 }) : t('planning.overrides.left', { left, limit: data?.limit ?? 0, least })
  return (
    <ConfirmWithReason
      title={t(`planning.overrides.titles.${kind}`, { number })} text={`${t(`planning.overrides.texts.${kind}`)} ${count}`} confirmLabel={t(`planning.overrides.buttons.${kind}`)} isDangerous
      onConfirm={async reason => {
        await planning.overrideAsDirector({ kind, id, version, reason })
        showDone(t('planning.overrides.done', { number, act: t(`planning.overrides.told.${kind}`) }))
      }}
      onDone={onClose} onCancel={onClose}
    />
  )
}

/** What the director decided about a record stays on it, in red. */
export function OverrideBadge({ kind, id }: Overridden): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const { data: overrides = [] } = useLive(useApi().planning.listOverrides, { kind, id })
  return overrides.map(({ id: key, createdAt, madeByName, reason }) => (
    <Alert key={key} severity="error" icon={<Gavel fontSize="inherit" />}>
      <b>{t('planning.overrides.badge')}:</b>{' '}
      {t('planning.overrides.by', { name: personName(madeByName), at: instant(createdAt, 'short'), act: t(`planning.overrides.told.${kind}`), reason })}
    </Alert>
  ))
}
