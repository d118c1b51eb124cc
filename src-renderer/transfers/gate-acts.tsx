import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { isZero } from '../../shared/core/decimal.ts'
import { gatePapers, type GatePaper, type GatePass } from '../../shared/transfers/gate.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { CorrectReturnDialog, TakeBackDialog } from './gate-dialogs.tsx'

/** What may be done with a pass: its papers, what came back of it, and what of that was a mistake. */
export function GateActs({ pass }: { readonly pass: GatePass }): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const [act, setAct] = useState<'take' | 'correct' | 'cancel'>()
  const { id, version, number, status } = pass
  const may = useMay()
  const isOut = status === 'OUT' && may('process.enterDailyProduction')
  const isUntouched = isZero(pass.returnedQuantity) && isZero(pass.rejectQuantity)
  const close = () => setAct(undefined)
  return (
    <>
      {gatePapers.filter(paper => paper === 'OUT' || !isUntouched).map(paper => <PrintPass key={paper} pass={pass} paper={paper} />)}
      {!isUntouched && status !== 'CANCELLED' && may('production.approve') && <Button color="inherit" onClick={() => setAct('correct')}>{t('transfers.gate.correct')}</Button>}
      {isOut && isUntouched && <Button color="inherit" onClick={() => setAct('cancel')}>{t('transfers.gate.cancel')}</Button>}
      {isOut && <Button variant="contained" onClick={() => setAct('take')}>{t('transfers.gate.take')}</Button>}
      {act === 'take' && <TakeBackDialog pass={pass} onClose={close} />}
      {act === 'correct' && <CorrectReturnDialog pass={pass} onClose={close} />}
      {act === 'cancel' && (
        <ConfirmWithReason
          title={t('transfers.gate.cancelTitle', { number })} text={t('transfers.gate.cancelText')} confirmLabel={t('transfers.gate.cancel')} isDangerous onCancel={close} onDone={close}
          onConfirm={async reason => {
            await transfers.cancelGatePass({ id, version, reason })
            showDone(t('transfers.gate.cancelled', { number }))
          }}
        />
      )}
    </>
  )
}

function PrintPass({ pass: { id }, paper }: { readonly pass: GatePass; readonly paper: GatePaper }): ReactNode {
  const t = useText()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(useApi().transfers.printGatePass)
  async function print(): Promise<void> {
    const file = await printing.run({ id, paper, language })
    if (file) transport.print(file)
  }
  return <Button startIcon={<Print />} disabled={printing.isRunning} onClick={() => void print()}>{t(paper === 'OUT' ? 'transfers.gate.printOut' : 'transfers.gate.printBack')}</Button>
}
