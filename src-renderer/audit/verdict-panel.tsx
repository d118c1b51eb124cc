import Verified from '@mui/icons-material/VerifiedUserOutlined'
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { audit } from '../../shared/audit/contract.ts'
import type { Finding } from '../../shared/audit/integrity.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { SummaryPart } from './counted-list.tsx'

export type Verdict = OutputOf<typeof audit.verifyChain>

/** The check at one press, and what it found, in words. */
export function VerdictPanel({ verdict, onVerify }: { readonly verdict: Verdict | undefined; onVerify(): void }): ReactNode {
  const t = useText()
  return (
    <SummaryPart title={t('audit.integrity.title')} actions={<Button variant="contained" startIcon={<Verified />} onClick={onVerify}>{t('audit.integrity.verify')}</Button>}>
      {!verdict ? <Typography variant="body2" color="textSecondary">{t('audit.integrity.notYet')}</Typography> : (
        <>
          {verdict.findingCount === 0 ? <Alert severity="success"><AlertTitle>{t('audit.integrity.whole')}</AlertTitle>{t('audit.integrity.wholeText')}</Alert> : <Findings verdict={verdict} />}
          <Facts verdict={verdict} />
        </>
      )}
    </SummaryPart>
  )
}

function Findings({ verdict: { findings, findingCount } }: { readonly verdict: Verdict }): ReactNode {
  const t = useText()
  const shown = findings.slice(0, mostShown)
  return (
    <Alert severity="error">
      <AlertTitle>{t('audit.integrity.broken', { count: findingCount })}</AlertTitle>
      {t('audit.integrity.brokenText')}
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 2.5 }}>{shown.map((finding, at) => <li key={at}><FindingText finding={finding} /></li>)}</Box>
      {findingCount > shown.length && t('audit.integrity.more', { count: findingCount - shown.length })}
    </Alert>
  )
}

const mostShown = 50

function FindingText({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const number = (name: 'seq' | 'from' | 'to') => integer(((finding as Partial<Record<typeof name, number>>)[name]) ?? 0)
  return t(`audit.integrity.findings.${finding.kind}`, { seq: number('seq'), from: number('from'), to: number('to'), file: 'file' in finding ? finding.file : '' })
}

function Facts({ verdict: { rows, archivedRows, lastSeal, rowsAfterLastSeal, sealCount, keyFingerprint } }: { readonly verdict: Verdict }): ReactNode {
  const t = useText()
  const { integer, instant } = useFormats()
  const facts = [
    { name: t('audit.integrity.checkedRows'), value: `${integer(rows)}${archivedRows > 0 ? ` (${integer(archivedRows)} ${t('audit.integrity.inArchives')})` : ''}` },
    { name: t('audit.integrity.lastSeal'), value: lastSeal ? t('audit.integrity.sealOf', { seq: integer(lastSeal.seq), time: instant(lastSeal.at) }) : t('audit.integrity.noSeal') },
    { name: t('audit.integrity.afterSeal'), value: integer(rowsAfterLastSeal), hint: rowsAfterLastSeal > 0 ? t('audit.integrity.afterSealHint') : undefined },
    { name: t('audit.integrity.seals'), value: integer(sealCount) },
    { name: t('audit.integrity.key'), value: keyFingerprint ?? t('audit.integrity.noKey'), isCode: true },
  ]
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(160px, max-content) 1fr' }, columnGap: 3, rowGap: 0.75, m: 0, fontSize: '0.875rem' }}>
      {facts.map(({ name, value, hint, isCode }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>{name}</Box>
          <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', ...(isCode && { fontFamily: 'ui-monospace, monospace', fontSize: '0.8125rem' }) }}>
            {value}
            {hint !== undefined && <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{hint}</Box>}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
