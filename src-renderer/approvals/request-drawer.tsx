import ArrowForward from '@mui/icons-material/ArrowForward'
import Close from '@mui/icons-material/Close'
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { ApprovalDetail, ChangeLine } from '../../shared/approvals/contract.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { recordPath } from '../core/paths.ts'
import { RequestChips } from './request-chips.tsx'
import { RequestSteps } from './request-steps.tsx'
import { useLineText, useRequestTitle } from './request-words.ts'

/** One request: what would change, why, who decided and who still has to, and what this user can do. */
export function RequestDrawer({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const titleId = useId()
  const titleOf = useRequestTitle()
  const { data, error } = useLive(api.approvals.getRequest, { id }, { clears: true })
  return (
    <Drawer
      anchor="right" open onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 480 }, display: 'flex', flexDirection: 'column' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 2, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.75 }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>{data ? titleOf(data.request) : t('approvals.title')}</Typography>
          {data && (
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
              <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>{data.request.number}</Typography>
              <RequestChips request={data.request} />
            </Box>
          )}
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close /></IconButton>
      </Box>
      {data ? <RequestContent detail={data} /> : error
        ? <EmptyState role="alert" icon={<ErrorOutline />} title={errorText(error)} />
        : <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />}
    </Drawer>
  )
}

function RequestContent({ detail }: { readonly detail: ApprovalDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const titleOf = useRequestTitle()
  const { request, lines, mine } = detail
  const path = recordPath(request.entity, request.entityId)
  const facts = [
    [t('approvals.fields.requester'), request.requestedByName], [t('approvals.fields.asked'), instant(request.createdAt)], [t('approvals.fields.section'), request.sectionName],
    [t('approvals.fields.reason'), request.reason],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]))
  return (
    <>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2, pt: 0, display: 'grid', gap: 2, alignContent: 'start' }} tabIndex={0} role="region" aria-label={request.number}>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '130px 1fr', columnGap: 2, rowGap: 0.75, m: 0, '& dt': { color: 'text.secondary' }, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
          {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}
        </Box>
        {path !== undefined && <Link component={RouterLink} to={path} sx={{ justifySelf: 'start' }}>{t('approvals.openRecord')}</Link>}
        <Part title={t('approvals.fields.change')}>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>{lines.map(line => <Line key={line.label ?? line.labelKey} line={line} />)}</Box>
        </Part>
        <Part title={t('approvals.fields.steps')}><RequestSteps detail={detail} /></Part>
      </Box>
      {(mine.mayDecide || mine.mayCancel) && (
        <Box sx={{ display: 'grid', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
          {mine.rightOfName !== null && <Alert severity="info">{t('approvals.byRightOf', { name: mine.rightOfName })}</Alert>}
          {mine.mayDecide && <ApprovalButtons id={request.id} step={request.step} number={request.number} title={titleOf(request)} />}
          {mine.mayCancel && <CancelButton id={request.id} number={request.number} />}
        </Box>
      )}
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section>
      <Typography component="h3" sx={{ fontWeight: 650, mb: 0.75 }}>{title}</Typography>
      {children}
    </section>
  )
}

function Line({ line }: { readonly line: ChangeLine }): ReactNode {
  const t = useText()
  const lineText = useLineText()
  const isHidden = line.before === null && line.after === null
  return (
    <Box component="li" sx={{ p: 1.25, borderRadius: 1, bgcolor: 'tint.neutral' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{line.label ?? textOf(line.labelKey) ?? line.labelKey}</Typography>
      {isHidden ? t('history.hidden') : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', fontVariantNumeric: 'tabular-nums' }}>
          {!line.isNew && <Box component="del" aria-label={t('history.before')} sx={{ color: 'text.secondary' }}>{lineText(line, line.before)}</Box>}
          {!line.isNew && <ArrowForward aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} />}
          <Box component="ins" aria-label={t('history.after')} sx={{ textDecoration: 'none', fontWeight: 700 }}>{lineText(line, line.after)}</Box>
        </Box>
      )}
    </Box>
  )
}

function CancelButton({ id, number }: { readonly id: string; readonly number: string }): ReactNode {
  const t = useText()
  const api = useApi()
  const [isAsking, setAsking] = useState(false)
  const cancel = useCommand(api.approvals.cancelRequest, { done: () => t('approvals.done.cancelled', { number }) })
  return (
    <>
      <Button variant="outlined" color="error" disabled={cancel.isPending} onClick={() => setAsking(true)} sx={{ justifySelf: 'start' }}>{t('approvals.cancel')}</Button>
      {isAsking && (
        <ConfirmDialog
          title={t('approvals.cancelTitle', { number })} text={t('approvals.cancelText')} confirmLabel={t('approvals.cancel')} cancelLabel={t('buttons.back')} isDangerous
          onConfirm={() => { setAsking(false); cancel.mutate({ id }) }} onCancel={() => setAsking(false)}
        />
      )}
    </>
  )
}
