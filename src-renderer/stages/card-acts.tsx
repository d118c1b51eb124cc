import Print from '@mui/icons-material/PrintOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import type { ReworkCard } from '../../shared/stages/work.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useSayStage } from './answer.ts'

/** The paper that goes along with a card, and taking its last look back. */
export function CardActs({ card, mayEnter }: { readonly card: ReworkCard; readonly mayEnter: boolean }): ReactNode {
  const t = useText()
  const { stages } = useApi()
  const transport = useTransport()
  const [language] = useLanguage()
  const { day } = useFormats()
  const say = useSayStage()
  const [isTaking, setTaking] = useState(false)
  const printing = useJob(stages.printReworkCard)
  const { id, version, number, lastRound, status } = card
  async function print(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  return (
    <>
      {mayEnter && lastRound && <Button color="inherit" onClick={() => setTaking(true)}>{t('stages.takeBack')}</Button>}
      {status === 'OPEN' && <Button startIcon={<Print />} disabled={printing.isRunning} onClick={() => void print()}>{t('stages.print')}</Button>}
      {isTaking && lastRound && (
        <ConfirmWithReason
          title={t('stages.takeBackTitle', { number })} text={t('stages.takeBackText', { day: day(lastRound.day) })} confirmLabel={t('stages.takeBack')} isDangerous onCancel={() => setTaking(false)} onDone={() => setTaking(false)}
          onConfirm={async reason => say(await stages.reverseInspection({ id, version, reason }), t('stages.takenBack', { number }))}
        />
      )}
    </>
  )
}
