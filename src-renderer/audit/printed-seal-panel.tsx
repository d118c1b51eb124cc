import Print from '@mui/icons-material/PrintOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { PrintedSeal } from '../../shared/audit/integrity.ts'
import { TextInput } from '../components/text-field.tsx'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { notPrinted } from '../theme/print.ts'
import { SummaryPart } from './counted-list.tsx'
import type { Verdict } from './verdict-panel.tsx'

export interface PrintedSealPanelProps { readonly verdict: Verdict | undefined; onCompare(printed: PrintedSeal): void }

/** A seal on paper proves later what the records were: it is printed here, and compared here. */
export function PrintedSealPanel({ verdict, onCompare }: PrintedSealPanelProps): ReactNode {
  const t = useText()
  const [seq, setSeq] = useState('')
  const [hash, setHash] = useState('')
  const [compared, setCompared] = useState<PrintedSeal>()
  const [isAsked, setAsked] = useState(false)
  const typed = PrintedSeal.safeParse({ seq: Number(seq.replace(/\D/g, '')), hash: hash.replace(/\s/g, '').toLowerCase() })
  const faultyFields = typed.success ? [] : typed.error.issues.map(({ path }) => path[0])
  const compare = () => {
    setAsked(true)
    if (!typed.success) return
    setCompared(typed.data)
    onCompare(typed.data)
  }
  const outcome = compared && verdict?.printed
  return (
    <SummaryPart title={t('audit.integrity.printed.title')}>
      <Typography variant="body2" color="textSecondary">{t('audit.integrity.printed.hint')}</Typography>
      <Box component="form" noValidate onSubmit={event => { event.preventDefault(); compare() }} sx={{ ...notPrinted, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '160px 1fr auto' }, alignItems: 'start' }}>
        <TextInput label={t('audit.integrity.printed.seq')} value={seq} onChange={setSeq} error={isAsked && faultyFields.includes('seq') ? t('issues.required') : undefined} />
        <TextInput label={t('audit.integrity.printed.hash')} value={hash} onChange={setHash} error={isAsked && faultyFields.includes('hash') ? t('audit.integrity.printed.wrong') : undefined} />
        <Button type="submit" variant="outlined" sx={{ mt: { sm: 2.75 } }}>{t('audit.integrity.printed.check')}</Button>
      </Box>
      {outcome && <Alert severity={outcome === 'fits' ? 'success' : 'error'}>{t(`audit.integrity.printed.${outcome}`, { seq: String(compared.seq) })}</Alert>}
      {verdict?.lastSeal && <Paper seal={verdict.lastSeal} fingerprint={verdict.keyFingerprint} />}
    </SummaryPart>
  )
}

function Paper({ seal, fingerprint }: { readonly seal: NonNullable<Verdict['lastSeal']>; readonly fingerprint: string | null }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { name } = useFactory()
  const lines = [
    [t('audit.integrity.printed.factory'), name], [t('audit.integrity.printed.row'), String(seal.seq)], [t('audit.integrity.printed.made'), instant(seal.at)],
    [t('audit.entry.hash'), grouped(seal.hash)], [t('audit.integrity.key'), fingerprint === null ? t('audit.integrity.noKey') : grouped(fingerprint)],
  ] as const
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography component="h3" variant="overline">{t('audit.integrity.printed.paper')}</Typography>
        <Button size="small" startIcon={<Print />} onClick={() => print()} sx={notPrinted}>{t('audit.integrity.printed.print')}</Button>
      </Box>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(110px, max-content) 1fr', columnGap: 2, rowGap: 0.5, fontSize: '0.875rem', '& dt': { color: 'text.secondary' }, '& dd': { m: 0, overflowWrap: 'anywhere' } }}>
        {lines.map(([label, value]) => <Box key={label} sx={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></Box>)}
      </Box>
    </Box>
  )
}

/** Four by four, so that it can be read from paper. */
function grouped(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ')
}
