import Edit from '@mui/icons-material/EditOutlined'
import RestartAlt from '@mui/icons-material/RestartAltOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { ChainState } from '../../shared/approvals/contract.ts'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { ChainDialog } from './chain-dialog.tsx'
import { useStepText } from './request-words.ts'

/** Who decides what, step by step: one card a kind of request. */
export function ChainsScreen(): ReactNode {
  const t = useText()
  const { data = [] } = useLive(useApi().approvals.listChains, {})
  return (
    <PageFrame title={t('approvals.chains.title')} subtitle={t('approvals.chains.explanation')}>
      {data.map(chain => <ChainCard key={chain.kind} chain={chain} />)}
    </PageFrame>
  )
}

function ChainCard({ chain }: { readonly chain: ChainState }): ReactNode {
  const t = useText()
  const api = useApi()
  const stepText = useStepText()
  const [isEditing, setEditing] = useState(false)
  const { kind, steps, fallback, differs, mayChange, version } = chain
  const name = t(`approvals.kinds.${kind}.name`)
  const reset = useCommand(api.approvals.updateChain, {
    done: () => t('approvals.chains.saved', { name }), undo: restored => api.approvals.updateChain({ kind, steps, version: restored.version }),
  })
  return (
    <Paper variant="outlined" component="section" aria-label={name} sx={{ p: 2, display: 'grid', gap: 1.25, flexShrink: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography component="h2" variant="h2">{name}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t(`approvals.kinds.${kind}.explanation`)}</Typography>
        </Box>
        {differs && <StatusChip tone="warning" label={t('approvals.chains.differs')} />}
        {mayChange && differs && (
          <Button size="small" startIcon={<RestartAlt />} disabled={reset.isPending} onClick={() => reset.mutate({ kind, steps: fallback, version })}>{t('approvals.chains.reset')}</Button>
        )}
        {mayChange && <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('approvals.chains.edit', { name })} onClick={() => setEditing(true)}>{t('buttons.edit')}</Button>}
      </Box>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {steps.map((step, at) => (
          <Box key={at} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 1.25, py: 0.75, borderRadius: 1, bgcolor: 'tint.primary' }}>
            <Box component="span" aria-hidden sx={{ fontWeight: 700, color: 'primary.main' }}>{at + 1}</Box>
            <span>{stepText(step)}</span>
          </Box>
        ))}
      </Box>
      {!mayChange && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('approvals.chains.changedBy')}</Typography>}
      {isEditing && <ChainDialog chain={chain} onClose={() => setEditing(false)} />}
    </Paper>
  )
}
