import Print from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { InputIssue } from '../../shared/core/errors.ts'
import type { PaperBatchDetail } from '../../shared/production/paper-batches.ts'
import { isPaperOpen } from '../../shared/production/paper-rules.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { issuesOf } from '../core/error-text.ts'
import { useLanguage, useText, type Translate } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useCommand } from '../core/live.ts'
import { paperPath } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { EditPaper } from './paper-form.tsx'
import { PaperPhotosButton } from './paper-photos.tsx'

/** `missing`: what is to be done before it can be sent, in words. */
export interface PaperActs { readonly buttons: ReactNode; readonly dialogs: ReactNode; readonly missing: string | undefined }
interface ActsProps {
  readonly detail: PaperBatchDetail
  /** Whether something typed is not saved: it would not be sent. */
  readonly hasUnsaved: boolean
  /** Which lines were refused when it was to be sent; none once it is tried again. */
  onRefused(issues: readonly InputIssue[]): void
}

/** What can be done with a batch by whoever looks at it. */
export function usePaperActs({ detail: { batch, lines, request }, hasUnsaved, onRefused }: ActsProps): PaperActs {
  const t = useText()
  const { production, approvals } = useApi()
  const navigate = useNavigate()
  const { id: userId } = useUser()
  const mayEnter = useMay()('process.enterDailyProduction')
  const [asked, setAsked] = useState<'edit' | 'delete'>()
  const { id, version, number, photoCount, status } = batch
  const isOpen = mayEnter && isPaperOpen(status)
  const remove = useCommand(production.deletePaperBatch, { done: () => t('production.paper.removed', { number }), onSuccess: () => void navigate(paperPath) })
  const sending = useCommand(production.sendPaperBatch, { showsErrors: true })
  const withdraw = useCommand(approvals.cancelRequest, { done: () => t('production.paper.withdrawn', { number }) })
  const print = usePrint(id)
  const missing = hasUnsaved ? t('production.paper.sendFirst') : lines.length === 0 ? t('production.paper.sendLines') : photoCount === 0 ? t('production.paper.sendPhoto') : undefined

  async function send(): Promise<void> {
    onRefused([])
    try {
      const { request: made } = await sending.mutateAsync({ id, version })
      showDone(t('production.paper.sent', { number, request: made.number }))
    } catch (error) {
      const issues = issuesOf(error)
      if (issues.length === 0) showError(error)
      else onRefused(issues)
    }
  }
  useSendKey(isOpen && missing === undefined && asked === undefined, () => void send())
  return {
    missing,
    buttons: (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {lines.length > 0 && <Button startIcon={<Print />} disabled={print.isRunning} onClick={print.run}>{t('production.paper.print')}</Button>}
        {isOpen && <Button color="error" onClick={() => setAsked('delete')}>{t('production.paper.remove')}</Button>}
        {isOpen && <Button onClick={() => setAsked('edit')}>{t('production.paper.edit')}</Button>}
        {isOpen && <PaperPhotosButton batch={batch} />}
        {request && batch.sentBy === userId && <Button variant="outlined" loading={withdraw.isPending} onClick={() => withdraw.mutate({ id: request.id })}>{t('production.paper.withdraw')}</Button>}
        {isOpen && (
          <Tooltip title={missing ?? t('production.paper.sendTip')}>
            <span>
              <Button variant="contained" disabled={missing !== undefined} loading={sending.isPending} aria-keyshortcuts={`Alt+${t('production.paper.keys.send')}`} onClick={() => void send()}>{t('production.paper.send')}</Button>
            </span>
          </Tooltip>
        )}
      </Box>
    ),
    dialogs: (
      <>
        {asked === 'edit' && <EditPaper batch={batch} onClose={() => setAsked(undefined)} />}
        {asked === 'delete' && (
          <ConfirmDialog
            title={t('production.paper.removeTitle', { number })} text={t('production.paper.removeText')} confirmLabel={t('production.paper.remove')} isDangerous
            onConfirm={() => remove.mutate({ id, version })} onCancel={() => setAsked(undefined)}
          />
        )}
      </>
    ),
  }
}

function usePrint(id: string): { readonly isRunning: boolean; run(): void } {
  const { production } = useApi()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(production.printPaperBatch)
  async function run(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  return { isRunning: printing.isRunning, run: () => void run() }
}

/** Alt and a letter of the user's own words: a letter alone would be typed into the sheet. */
function useSendKey(isReady: boolean, send: () => void): void {
  const t = useText()
  useKeyHints(paperKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isReady || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== `Key${t('production.paper.keys.send')}`) return
    event.preventDefault()
    send()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function paperKeys(t: Translate): KeyHintGroup {
  return { title: t('production.paper.keys.title'), hints: [{ keys: ['Alt', t('production.paper.keys.send')], text: t('production.paper.send') }] }
}
