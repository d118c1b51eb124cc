import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { Hold, StageWork } from '../../shared/stages/work.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

/** PX-13: what failed a critical step, and whoever may let the work go on; what was let go on stays to be read. */
export function HoldAlerts({ work: { holds, number } }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const { decimal, instant } = useFormats()
  const person = usePersonName()
  const mayRelease = useMay()('production.approve')
  const [released, setReleased] = useState<Hold>()
  return (
    <>
      {holds.map(hold => (
        hold.releasedAt === null
          ? (
            <Alert key={hold.id} severity="error" action={mayRelease && <Button color="inherit" onClick={() => setReleased(hold)}>{t('stages.release')}</Button>}>
              <AlertTitle>{t('stages.holds')}</AlertTitle>
              {t('stages.held', { pieces: decimal(hold.failedQuantity), step: hold.stepName })} {t('stages.heldBy', { at: instant(hold.createdAt, 'short'), who: person(hold.openedByName) })}
            </Alert>
          )
          : <Alert key={hold.id} severity="info">{t('stages.releasedLine', { who: person(hold.releasedByName ?? ''), cause: hold.rootCause })}</Alert>
      ))}
      {released && <ReleaseHold hold={released} number={number} onClose={() => setReleased(undefined)} />}
    </>
  )
}

function ReleaseHold({ hold: { id, version }, number, onClose }: { readonly hold: Hold; readonly number: string; onClose(): void }): ReactNode {
  const t = useText()
  const { stages } = useApi()
  return (
    <ConfirmWithReason
      title={t('stages.releaseTitle', { number })} text={t('stages.releaseText')} confirmLabel={t('stages.release')} onCancel={onClose} onDone={onClose}
      onConfirm={async rootCause => {
        await stages.releaseHold({ id, version, rootCause })
        showDone(t('stages.releasedDone', { number }))
      }}
    />
  )
}
