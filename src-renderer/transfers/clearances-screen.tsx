import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import PhotoCamera from '@mui/icons-material/PhotoCameraOutlined'
import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { Link as RouterLink, useSearchParams } from 'react-router'
import type { LineClearance } from '../../shared/transfers/lines.ts'
import { clearanceMethods } from '../../shared/transfers/rules.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery } from '../core/list-call.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { useSections } from './gate-sources.ts'
import { linesPath } from './paths.ts'

/** TR-4: when each line was seen to be empty, by whom and how, with the photos; of one line, or one section without lines, where the address names it. */
export function ClearancesScreen(): ReactNode {
  const t = useText()
  const { transfers } = useApi()
  const { instant } = useFormats()
  const personName = usePersonName()
  const [params] = useSearchParams()
  const [opened, setOpened] = useState<LineClearance>()
  const sections = useSections()
  const [line, floor] = [params.get('line'), params.get('floor')]
  return (
    <PageFrame title={t('transfers.clearances.title')} fills actions={<Button component={RouterLink} to={linesPath} startIcon={<ViewColumn />}>{t('transfers.board')}</Button>}>
      <BrowseTable
        name="transfers.clearances" title={t('transfers.clearances.title')} call={transfers.listClearances} onOpen={setOpened} views={useSavedViews('transfers.clearances')}
        {...(line !== null && { fixed: { filter: { productionLineId: line } } })}
        {...(floor !== null && { fixed: { filter: { sectionId: floor, isFloor: true } } })}
        columns={[
          { name: 'clearedAt', label: t('transfers.fields.clearedAt'), sorts: true, width: 155, value: row => <b>{instant(row.clearedAt, 'short')}</b> },
          { name: 'lineName', label: t('transfers.fields.productionLineId'), sorts: true, width: 150, value: row => row.lineName ?? t('transfers.floor') },
          { name: 'sectionName', label: t('transfers.fields.sectionId'), sorts: true, width: 120, yields: true, value: row => row.sectionName },
          { name: 'method', label: t('transfers.fields.method'), grow: 1, minWidth: 180, value: row => t(`transfers.methods.${row.method}`) },
          { name: 'clearedBy', label: t('transfers.fields.clearedBy'), width: 150, yields: true, value: row => personName(row.clearedByName) },
          { name: 'held', label: t('transfers.clearances.held'), grow: 1, minWidth: 150, yields: true, value: row => row.articleName },
          { name: 'photos', label: t('transfers.clearances.photo'), width: 120, value: row => row.photoCount > 0 && <StatusChip tone="neutral" icon={PhotoCamera} label={t('transfers.clearances.photos', { count: row.photoCount })} /> },
          { name: 'notes', label: t('transfers.fields.notes'), grow: 1, minWidth: 140, yields: true, value: row => row.notes },
        ]}
        filters={[
          referenceFilter<ListQuery, 'sectionId'>({ name: 'sectionId', label: t('transfers.fields.sectionId'), source: sections }),
          { kind: 'enum', name: 'method', label: t('transfers.fields.method'), options: clearanceMethods.map(value => ({ value, label: t(`transfers.methods.${value}`) })) },
          { kind: 'boolean', name: 'hasPhoto', label: t('transfers.clearances.photo'), yes: t('transfers.clearances.withPhoto'), no: t('transfers.clearances.withoutPhoto') },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('transfers.fields.clearedAt') },
        ]}
        empty={<EmptyState icon={<CleaningServices />} title={t('transfers.clearances.empty')} hint={t('transfers.clearances.emptyHint')} />}
      />
      {opened && <ClearanceDialog clearance={opened} onClose={() => setOpened(undefined)} />}
    </PageFrame>
  )
}

function ClearanceDialog({ clearance, onClose }: { readonly clearance: LineClearance; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { instant } = useFormats()
  const personName = usePersonName()
  const mayChange = useMay()('production.approve')
  const { id, lineName, sectionName, method, articleName, batch, clearedAt, clearedByName, notes } = clearance
  const facts = [
    { label: t('transfers.fields.sectionId'), value: sectionName }, { label: t('transfers.fields.method'), value: t(`transfers.methods.${method}`) }, { label: t('transfers.fields.clearedBy'), value: personName(clearedByName) },
    { label: t('transfers.clearances.held'), value: [articleName, batch].filter(Boolean).join(' · ') }, { label: t('transfers.fields.notes'), value: notes },
  ]
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('transfers.clearances.detail', { line: lineName ?? `${sectionName}, ${t('transfers.floor')}`, time: instant(clearedAt, 'short') })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <FactList facts={facts.filter(({ value }) => value !== '')} />
        <AttachmentList entity="lineClearance" entityId={id} mayChange={mayChange} hint={t('transfers.clearances.photosHint')} takesPhotos />
      </DialogContent>
      <DialogActions><Button onClick={onClose} autoFocus>{t('buttons.close')}</Button></DialogActions>
    </Dialog>
  )
}
