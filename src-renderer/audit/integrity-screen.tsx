import type { ReactNode } from 'react'
import Box from '@mui/material/Box'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { ArchivesPanel } from './archives-panel.tsx'
import { PrintedSealPanel } from './printed-seal-panel.tsx'
import { VerdictPanel } from './verdict-panel.tsx'

/** Whether the audit is whole, and what was put away of it. */
export function IntegrityScreen(): ReactNode {
  const t = useText()
  const job = useJob(useApi().audit.verifyChain)
  return (
    <PageFrame title={t('audit.integrity.title')} subtitle={t('audit.integrity.hint')}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 960 }}>
        <VerdictPanel verdict={job.result} onVerify={() => void job.run({})} />
        <PrintedSealPanel verdict={job.result} onCompare={printed => void job.run({ printed })} />
        <ArchivesPanel />
      </Box>
      <ProgressDialog title={t('audit.integrity.verifying')} job={job} />
    </PageFrame>
  )
}
