import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router'
import { isPositive } from '../../shared/core/decimal.ts'
import { looksLikeSlip } from '../../shared/transfers/barcode.ts'
import { openTransfers } from '../../shared/transfers/rules.ts'
import type { Sendable, Transfer } from '../../shared/transfers/slips.ts'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { useScan } from '../core/scans.ts'
import { useMay } from '../core/session.ts'
import { linesPath, slipPath, slipsPath } from './paths.ts'
import { SendDialog } from './send-dialog.tsx'
import { SlipCard } from './slip-card.tsx'

/** A section's handovers: what waits for it, what it may send, and what it has sent that nobody has received yet. */
export function SectionTransfersScreen(): ReactNode {
  const t = useText()
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  useSlipScan()
  return (
    <PageFrame
      title={t('transfers.title')} subtitle={<SectionField chosen={chosen} />}
      actions={<><Button component={RouterLink} to={linesPath}>{t('transfers.board')}</Button><Button component={RouterLink} to={slipsPath}>{t('transfers.list')}</Button></>}
    >
      {nothing}
      {section && <Waiting sectionId={section.id} end="to" />}
      {section && <ToSend sectionId={section.id} />}
      {section && <Waiting sectionId={section.id} end="from" />}
    </PageFrame>
  )
}

/** TR-10: the code of a slip opens it; one that was dealt with already is said to be a duplicate. */
function useSlipScan(): void {
  const t = useText()
  const navigate = useNavigate()
  const { transfers } = useApi()
  useScan(async code => {
    if (!looksLikeSlip(code)) return undefined
    const { transfer: { id, number }, isDuplicate } = await transfers.scanTransfer({ code })
    void navigate(slipPath(id))
    return { isKnown: !isDuplicate, text: t(isDuplicate ? 'transfers.duplicate' : 'transfers.opened', { number }) }
  })
}

const refreshEvery = 30_000

function Waiting({ sectionId, end }: { readonly sectionId: string; readonly end: 'from' | 'to' }): ReactNode {
  const t = useText()
  const { data, refetch } = useLive(useApi().transfers.listTransfers, {
    filter: { status: [...openTransfers], ...(end === 'to' ? { toSectionId: sectionId } : { fromSectionId: sectionId }) }, sort: [{ column: 'createdAt', descending: false }], pageSize: 50,
  })
  useQuietRefresh(refetch, refreshEvery)
  // What another desk was faster with stays under the dialog that is open for it, which then says so.
  const [acting, setActing] = useState<Transfer>()
  const rows = data?.rows ?? []
  const shown = acting && !rows.some(({ id }) => id === acting.id) ? [...rows, acting] : rows
  const isIncoming = end === 'to'
  return (
    <Section title={t(isIncoming ? 'transfers.incoming' : 'transfers.outgoing')} hint={t(isIncoming ? 'transfers.incomingHint' : 'transfers.outgoingHint')}>
      {data && shown.length === 0 && <Typography sx={{ p: 2, color: 'text.secondary' }}>{t(isIncoming ? 'transfers.noIncoming' : 'transfers.noOutgoing')}</Typography>}
      <Box sx={{ p: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(340px, 100%), 1fr))', ...(shown.length === 0 && { display: 'none' }) }}>
        {shown.map(slip => <SlipCard key={slip.id} slip={slip} end={end} onActing={setActing} />)}
      </Box>
    </Section>
  )
}

function ToSend({ sectionId }: { readonly sectionId: string }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const maySend = useMay()('process.enterDailyProduction')
  const [sending, setSending] = useState<Sendable>()
  const { data } = useLive(useApi().transfers.listSendable, { sectionId })
  if (!data) return null
  return (
    <Section title={t('transfers.sendable')} hint={t('transfers.sendableHint')}>
      {data.length === 0
        ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('transfers.noSendable')}</Typography>
        : (
          <PlainTable
            label={t('transfers.sendable')} head={[t('planning.fields.number'), { prose: t('transfers.fields.goods') }, { prose: t('transfers.receiver') }, { words: t('transfers.sendable') }, { prose: t('transfers.send') }]}
            rows={data.map(work => ({
              key: work.workOrderId,
              cells: [
                work.number, work.itemName ?? work.articleName, [...new Set(work.receivers.map(({ sectionName, stageName }) => [...new Set([sectionName, stageName])].join(' · ')))].join(', '),
                t('transfers.ofGood', { available: decimal(work.available), good: decimal(work.good) }),
                !isPositive(work.available) ? <Box component="span" sx={{ color: 'text.secondary' }}>{t('transfers.notConfirmed')}</Box> : maySend && <Button variant="contained" onClick={() => setSending(work)}>{t('transfers.send')}</Button>,
              ],
            }))}
          />
        )}
      {sending && <SendDialog work={sending} onClose={() => setSending(undefined)} />}
    </Section>
  )
}
