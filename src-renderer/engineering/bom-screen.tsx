import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { isZero } from '../../shared/core/decimal.ts'
import type { BomDetail } from '../../shared/engineering/boms.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { notPrinted } from '../theme/print.ts'
import { BomActs } from './bom-acts.tsx'
import { BomExplosion } from './bom-explosion.tsx'
import { BomGrid } from './bom-grid.tsx'
import { BomLines } from './bom-lines.tsx'
import { BomRevisions } from './bom-revisions.tsx'
import { BomSubstitutes } from './bom-substitutes.tsx'
import { BomUses } from './bom-uses.tsx'
import { BomStatusChip } from './bom-words.tsx'
import { bomsPath } from '../core/paths.ts'

const tabs = ['lines', 'explosion', 'uses', 'revisions'] as const
type TabName = (typeof tabs)[number]

/** One BOM: what it takes, what that comes to for any quantity, where it goes, what it was before. */
export function BomScreen(): ReactNode {
  const t = useText()
  const { id = '' } = useParams()
  const { data: bom, error } = useLive(useApi().engineering.getBom, { id }, { clears: true })
  if (bom) return <BomPage key={bom.id} bom={bom} />
  return (
    <PageFrame title={t('engineering.bom.title')}>
      {error
        ? <EmptyState role="alert" icon={<SearchOff />} title={t('table.failed')} hint={errorText(error)} actions={<Button variant="contained" component={Link} to={bomsPath}>{t('engineering.bom.back')}</Button>} />
        : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function BomPage({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const [params, setParams] = useSearchParams()
  const may = useMay()
  const tab: TabName = tabs.find(name => name === params.get('tab')) ?? 'lines'
  const isEntered = tab === 'lines' && bom.status === 'DRAFT' && may('engineering.update')
  return (
    <PageFrame
      title={bom.itemName} fills={isEntered} subtitle={<Identity bom={bom} />} actions={<BomActs bom={bom} />}
      filters={
        <Tabs value={tab} onChange={(_, name: TabName) => setParams(name === 'lines' ? {} : { tab: name }, { replace: true })} variant="scrollable" aria-label={t('engineering.bom.title')} sx={{ ...notPrinted, minHeight: 40, borderBottom: 1, borderColor: 'divider' }}>
          {tabs.map(name => <Tab key={name} value={name} label={t(`engineering.bom.tabs.${name}`)} />)}
        </Tabs>
      }
    >
      {tab === 'lines' && (isEntered ? <DraftLines bom={bom} /> : <BomLines bom={bom} />)}
      {tab === 'explosion' && <BomExplosion bom={bom} />}
      {tab === 'uses' && <BomUses itemId={bom.itemId} />}
      {tab === 'revisions' && <BomRevisions bom={bom} />}
    </PageFrame>
  )
}

/** Substitutes are of lines that are kept. */
function DraftLines({ bom }: { readonly bom: BomDetail }): ReactNode {
  return (
    <>
      <BomGrid bom={bom} />
      {bom.lines.length > 0 && <Box sx={{ flexShrink: 0, maxHeight: '40%', overflow: 'auto' }}><BomSubstitutes bom={bom} /></Box>}
    </>
  )
}

function Identity({ bom }: { readonly bom: BomDetail }): ReactNode {
  const t = useText()
  const { decimal, integer, day } = useFormats()
  const facts = [
    bom.sectionName, bom.subcontractorName, t(`engineering.bomHeaderKinds.${bom.kind}`), t('engineering.bom.revision', { revision: integer(bom.revision), day: day(bom.revisedDay) }),
    t('engineering.bom.output', { quantity: decimal(bom.outputQuantity), unit: bom.unitCode }),
    !isZero(bom.laborHours) && t('engineering.bom.laborHours', { hours: decimal(bom.laborHours) }), bom.hasMultiMaterial && t('engineering.bom.multiMaterial'), bom.revisionReason,
  ]
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={bomsPath} startIcon={<ArrowBack />} size="small" sx={{ ...notPrinted, ml: -1 }}>{t('engineering.bom.back')}</Button>
      <Box component="b" sx={{ color: 'text.primary' }}>{bom.itemCode}</Box>
      <BomStatusChip status={bom.status} />
      <span>{facts.filter(Boolean).join(' · ')}</span>
    </Box>
  )
}
