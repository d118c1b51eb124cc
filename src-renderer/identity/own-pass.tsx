import Dialpad from '@mui/icons-material/DialpadOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import type { OwnPass } from '../../shared/operators/contract.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { PasswordField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { asAppError } from '../core/error-text.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { showDone } from '../core/toasts.ts'
import { useWideRightsText } from '../core/wide-rights.ts'
import { atField } from './password-form.tsx'

/** One's own PIN and badge for shared desks; nothing for those whose role always comes in by password. */
export function OwnPassPart(): ReactNode {
  // Of a change of passes only those hear who look after users.
  const { data: pass, refetch } = useLive(useApi().operators.readOwnPass, {}, { isFresh: true })
  return pass && (pass.roleMay || pass.hasPin || pass.hasBadge) ? <Pass pass={pass} onChanged={() => void refetch()} /> : null
}

function Pass({ pass: { mayHave, wideRights, hasPin, hasBadge }, onChanged }: { readonly pass: OwnPass; onChanged(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const rightsText = useWideRightsText()
  const [isSetting, setSetting] = useState(false)
  const clear = useCommand(useApi().operators.clearOwnPass, { done: (_output, { what }) => t(what === 'pin' ? 'operators.own.pinCleared' : 'operators.own.badgeCleared'), onSuccess: onChanged })
  const chip = (isSet: boolean) => <StatusChip tone={isSet ? 'good' : 'neutral'} label={t(isSet ? 'operators.columns.isSet' : 'operators.columns.notSet')} />
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ display: 'grid', gap: 1 }}>
      <Typography id={titleId} component="h3" variant="subtitle2">{t('operators.own.section')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {mayHave || wideRights.length === 0 ? t('operators.own.hint') : t('operators.own.tooWide', { rights: rightsText(wideRights) })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <span>{t('operators.columns.pin')}</span>{chip(hasPin)}
        <Box component="span" sx={{ ml: 2 }}>{t('operators.columns.badge')}</Box>{chip(hasBadge)}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {mayHave && <Button variant="outlined" startIcon={<Dialpad />} onClick={() => setSetting(true)}>{t(hasPin ? 'operators.own.change' : 'operators.own.make')}</Button>}
        {hasPin && <Button color="error" loading={clear.isPending} onClick={() => clear.mutate({ what: 'pin' })}>{t('operators.clearPin')}</Button>}
        {hasBadge && <Button color="error" loading={clear.isPending} onClick={() => clear.mutate({ what: 'badge' })}>{t('operators.clearBadge')}</Button>}
      </Box>
      {isSetting && <OwnPinForm onSaved={onChanged} onClose={() => setSetting(false)} />}
    </Box>
  )
}

function OwnPinForm({ onSaved, onClose }: { onSaved(): void; onClose(): void }): ReactNode {
  const t = useText()
  const { setOwnPin } = useApi().operators
  return (
    <FormDialog
      title={t('operators.own.title')} subtitle={t('operators.own.hint')} width="xs" schema={setOwnPin.procedure.input} values={{ current: '', pin: '' }} onClose={onClose}
      onSaved={() => {
        showDone(t('operators.own.saved'))
        onSaved()
      }}
      save={async entry => {
        try {
          await setOwnPin(entry)
        } catch (thrown) {
          throw asAppError(thrown).code === 'wrong-password' ? atField('current', 'identity.issues.wrongPassword') : thrown
        }
      }}
    >
      <PasswordField name="current" label={t('operators.own.current')} autoComplete="current-password" autoFocus />
      <PasswordField name="pin" label={t('operators.pin')} hint={t('operators.own.pinHint')} autoComplete="off" />
    </FormDialog>
  )
}
