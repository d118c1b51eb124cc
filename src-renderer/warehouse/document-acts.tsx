import Print from '@mui/icons-material/PrintOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { InputIssue } from '../../shared/core/errors.ts'
import { allowsDocumentAct, documentRight } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument, StockDocumentDetail } from '../../shared/warehouse/documents.ts'
import { ConfirmDialog, ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { useKeyHints, type KeyHintGroup } from '../components/key-hints.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { issuesOf } from '../core/error-text.ts'
import { useLanguage, useText, type Translate } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useCommand } from '../core/live.ts'
import { stockDocumentsPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'
import { EditDocument } from './document-form.tsx'
import { DocumentPapersButton } from './document-papers.tsx'

export interface DocumentActs { readonly buttons: ReactNode; readonly dialogs: ReactNode }
interface ActsProps extends StockDocumentDetail {
  /** Whether something typed is not saved: it would not be posted. */
  readonly hasUnsaved: boolean
  /** Which lines were refused when it was to be posted; none once it is tried again. */
  onRefused(issues: readonly InputIssue[]): void
}

/** What can be done with a document by whoever looks at it. */
export function useDocumentActs({ document, lines, request, hasUnsaved, onRefused }: ActsProps): DocumentActs {
  const t = useText()
  const { warehouse } = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'edit' | 'reverse' | 'delete'>()
  const { id, version, number, kind, status } = document
  const isDraft = allowsDocumentAct(status, 'post') && request === null && may('warehouse.execute')
  const postsAlone = may(documentRight(kind))
  const remove = useCommand(warehouse.deleteStockDocument, { done: () => t('warehouse.documents.done.deleted', { number }), onSuccess: () => void navigate(stockDocumentsPath) })
  const posting = useCommand(warehouse.postStockDocument, { showsErrors: true })
  const print = usePrint(document)
  const isReady = isDraft && lines.length > 0 && !hasUnsaved

  async function post(): Promise<void> {
    onRefused([])
    try {
      const { document: posted, request: made } = await posting.mutateAsync({ id, version })
      if (made) return showDone(t('warehouse.documents.done.asked', { number, request: made.number }))
      showUndo(t('warehouse.documents.done.posted', { number }), () => warehouse.reverseStockDocument({ id, version: posted.version, reason: t('warehouse.documents.undo') }))
    } catch (error) {
      const issues = issuesOf(error)
      if (issues.length === 0) showError(error)
      else onRefused(issues)
    }
  }
  usePostKey(isReady && asked === undefined, () => void post())

  const act = t(postsAlone ? 'warehouse.documents.acts.post' : 'warehouse.documents.acts.ask')
  const tip = hasUnsaved || lines.length === 0 ? t('warehouse.documents.saveFirst') : t('warehouse.documents.postTip', { act, key: t('warehouse.documents.keys.post') })
  return {
    buttons: (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {lines.length > 0 && <Button startIcon={<Print />} disabled={print.isRunning} onClick={print.run}>{t('warehouse.documents.acts.print')}</Button>}
        {isDraft && <DocumentPapersButton document={document} />}
        {isDraft && <Button color="error" onClick={() => setAsked('delete')}>{t('warehouse.documents.acts.delete')}</Button>}
        {isDraft && <Button onClick={() => setAsked('edit')}>{t('warehouse.documents.acts.edit')}</Button>}
        {allowsDocumentAct(status, 'reverse') && postsAlone && <Button color="error" variant="outlined" onClick={() => setAsked('reverse')}>{t('warehouse.documents.acts.reverse')}</Button>}
        {isDraft && (
          <Tooltip title={tip}>
            <span><Button variant="contained" disabled={!isReady} loading={posting.isPending} aria-keyshortcuts={`Alt+${t('warehouse.documents.keys.post')}`} onClick={() => void post()}>{act}</Button></span>
          </Tooltip>
        )}
      </Box>
    ),
    dialogs: (
      <>
        {asked === 'edit' && <EditDocument document={document} onClose={() => setAsked(undefined)} />}
        {asked === 'delete' && (
          <ConfirmDialog
            title={t('warehouse.documents.deleteTitle', { number })} text={t('warehouse.documents.deleteText')} confirmLabel={t('warehouse.documents.acts.delete')} isDangerous
            onConfirm={() => remove.mutate({ id, version })} onCancel={() => setAsked(undefined)}
          />
        )}
        {asked === 'reverse' && (
          <ConfirmWithReason
            title={t('warehouse.documents.reverseTitle', { number })} text={t('warehouse.documents.reverseText')} confirmLabel={t('warehouse.documents.acts.reverse')} isDangerous
            lineName={line => lines[line]?.itemName}
            onConfirm={async reason => {
              await warehouse.reverseStockDocument({ id, version, reason })
              showDone(t('warehouse.documents.done.reversed', { number }))
            }}
            onDone={() => setAsked(undefined)} onCancel={() => setAsked(undefined)}
          />
        )}
      </>
    ),
  }
}

function usePrint({ id }: StockDocument): { readonly isRunning: boolean; run(): void } {
  const { warehouse } = useApi()
  const transport = useTransport()
  const [language] = useLanguage()
  const printing = useJob(warehouse.printStockDocument)
  async function run(): Promise<void> {
    const file = await printing.run({ id, language })
    if (file) transport.print(file)
  }
  return { isRunning: printing.isRunning, run: () => void run() }
}

/** Alt and a letter of the user's own words: a letter alone would answer to a scanner. */
function usePostKey(isReady: boolean, post: () => void): void {
  const t = useText()
  useKeyHints(documentKeys)
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isReady || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== `Key${t('warehouse.documents.keys.post')}`) return
    event.preventDefault()
    post()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

function documentKeys(t: Translate): KeyHintGroup {
  return { title: t('warehouse.documents.keys.title'), hints: [{ keys: ['Alt', t('warehouse.documents.keys.post')], text: t('warehouse.documents.acts.post') }] }
}
