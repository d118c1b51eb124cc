import Link from '@mui/material/Link'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { RequisitionDetail, RequisitionIssue } from '../../shared/warehouse/requisitions.ts'
import { ConfirmWithReason } from '../components/confirm-dialog.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'
import { useMay, useUser } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'

const isOpen = ({ receivedAt, reversedAt }: RequisitionIssue) => receivedAt === null && reversedAt === null

/** WH-5: who gave what, and who confirmed it. One confirmation takes all that this user may confirm. */
export function RequisitionHandOvers({ detail: { requisition, issues } }: { readonly detail: RequisitionDetail }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const user = useUser()
  const { decimal, instant } = useFormats()
  const { id, version, number, status } = requisition
  const [reversed, setReversed] = useState<RequisitionIssue>()
  const receive = useCommand(api.warehouse.receiveRequisition, { done: () => t('warehouse.requisitions.told.received', { number }) })
  const mine = issues.filter(one => isOpen(one) && one.issuedBy !== user.id)
  const quantityOf = ({ quantity, unitCode }: RequisitionIssue) => `${decimal(quantity)} ${unitCode}`
  const confirmed = (one: RequisitionIssue) => (one.reversedAt !== null ? <StatusChip tone="neutral" label={t('warehouse.requisitions.takenBack')} /> : one.receivedAt === null ? <StatusChip tone="waiting" label={t('warehouse.requisitions.waits')} /> : `${one.receivedByName}, ${instant(one.receivedAt, 'short')}`)
  return (
    <Section
      title={t('warehouse.requisitions.handOvers')} hint={t('warehouse.requisitions.handOversHint')}
      actions={mine.length > 0 && may('production.execute') && <Button variant="contained" loading={receive.isPending} onClick={() => receive.mutate({ id, version, issueIds: mine.map(one => one.id) })}>{t('warehouse.requisitions.receive')}</Button>}
    >
      {issues.length === 0 ? <Typography variant="body2" sx={{ px: 2, py: 1.5, color: 'text.secondary' }}>{t('warehouse.requisitions.noHandOver')}</Typography> : (
        <PlainTable
          label={t('warehouse.requisitions.handOvers')} head={[t('warehouse.requisitions.fields.items'), t('warehouse.requisitions.fields.issued'), { words: t('warehouse.fields.kind') }, { prose: t('warehouse.requisitions.given') }, { prose: t('warehouse.requisitions.taken') }, '']}
          rows={issues.map(one => ({
            key: one.id,
            cells: [
              one.itemName, quantityOf(one), <Link component={RouterLink} key="move" to={recordPath('stockMove', String(one.moveSeq))!}>#{one.moveSeq}</Link>, `${one.issuedByName}, ${instant(one.createdAt, 'short')}`, confirmed(one),
              isOpen(one) && status === 'APPROVED' && may('warehouse.execute') ? <Button key="back" size="small" onClick={() => setReversed(one)}>{t('warehouse.requisitions.reverse')}</Button> : '',
            ],
          }))}
        />
      )}
      {reversed && (
        <ConfirmWithReason
          title={t('warehouse.requisitions.reverseTitle', { item: reversed.itemName })} text={t('warehouse.requisitions.reverseText')} confirmLabel={t('warehouse.requisitions.reverse')} onCancel={() => setReversed(undefined)} onDone={() => setReversed(undefined)}
          onConfirm={async reason => {
            await api.warehouse.reverseRequisitionIssue({ id, version, issueId: reversed.id, reason })
            showDone(t('warehouse.requisitions.told.reversed'))
          }}
        />
      )}
    </Section>
  )
}
