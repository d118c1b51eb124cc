import Close from '@mui/icons-material/Close'
import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { hasCode, type AnyMaster } from '../../shared/masters/definition.ts'
import { AttachmentList } from '../components/attachment-list.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay, useUser } from '../core/session.ts'
import { ActivityChip } from './activity-chip.tsx'
import { useAttributes } from './attribute-fields.tsx'
import { DrawerPart } from './drawer-part.tsx'
import { masterCalls, type Labelled, type MasterRecord } from './master.ts'
import { MasterForm } from './master-form.tsx'
import { useMasterWords } from './master-words.ts'
import type { Presentation } from './presentation.ts'

interface MasterDrawerProps { readonly master: AnyMaster; readonly presentation: Presentation; readonly id: string; onClose(): void }

/** One record: what it says, what belongs to it, what happened to it, and what can be done with it. */
export function MasterDrawer({ master, presentation, id, onClose }: MasterDrawerProps): ReactNode {
  const t = useText()
  const may = useMay()
  const titleId = useId()
  const [isEditing, setEditing] = useState(false)
  const { get, setActive } = masterCalls(useApi(), master)
  const { data: record } = useLive(get, { id }, { clears: true })
  const words = useMasterWords(master)
  const change = useCommand(setActive, {
    done: saved => t(saved.isActive ? 'masters.done.activated' : 'masters.done.deactivated', { name: words.title(saved) }),
    undo: ({ version, isActive }) => setActive({ id, version, isActive: !isActive }),
    // The way back stands in a toast, which keys and readers do not reach while the drawer is open.
    onSuccess: onClose,
  })
  const title = record && words.title(record)
  const { Parts } = presentation
  return (
    <Drawer
      anchor="right" open onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 520 }, display: 'flex', flexDirection: 'column' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 1, px: 3, pt: 2.5, pb: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {title ?? t('words.loading')}
          </Typography>
          {record && (
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>{hasCode(master) && record.name !== '' && String(record.code)} <ActivityChip isActive={record.isActive} /></Typography>
          )}
        </Box>
        <Tooltip title={t('buttons.close')}>
          <IconButton aria-label={t('buttons.close')} onClick={onClose}><Close fontSize="small" /></IconButton>
        </Tooltip>
      </Box>
      {record && (
        <>
          <Box sx={{ flex: 1, overflowY: 'auto', px: 3, pb: 2, display: 'grid', gap: 3, alignContent: 'start' }}>
            <MasterFacts master={master} presentation={presentation} record={record} />
            {Parts && <Parts record={record} />}
            <DrawerPart title={t('attachments.title')}><AttachmentList entity={master.entity} entityId={id} mayChange={may('masters.update')} /></DrawerPart>
            <MasterHistory master={master} id={id} />
          </Box>
          {may('masters.update') && (
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, px: 3, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
              {!presentation.held?.(record)?.staysActive && (
                <Button
                  color={record.isActive ? 'error' : 'primary'} sx={{ mr: 'auto' }} loading={change.isPending}
                  onClick={() => change.mutate({ id, version: record.version, isActive: !record.isActive })}
                >
                  {t(record.isActive ? 'buttons.deactivate' : 'buttons.activate')}
                </Button>
              )}
              <Button variant="contained" startIcon={<Edit />} onClick={() => setEditing(true)}>{t('buttons.edit')}</Button>
            </Box>
          )}
          {isEditing && <MasterForm master={master} presentation={presentation} record={record} onClose={() => setEditing(false)} />}
        </>
      )}
    </Drawer>
  )
}

interface OfRecord { readonly master: AnyMaster; readonly presentation: Presentation; readonly record: MasterRecord }

function MasterFacts({ master, presentation: { useFacts = useNoFacts }, record }: OfRecord): ReactNode {
  const { canSeeCost } = useUser()
  const words = useMasterWords(master)
  const attributes = useAttributes(master.entity)
  const own = useFacts()(record)
  const fields = Object.keys(master.fields).filter(field => field !== 'code' && field !== 'name' && (canSeeCost || master.fields[field]!.kind !== 'cost'))
  return (
    <FactList
      facts={[
        ...fields.map(field => ({ label: words.label(field), value: field in own ? own[field] : words.value(record, field) })),
        ...attributes.map(definition => ({ label: words.attributeLabel(definition), value: words.attribute(definition, record.attributes[definition.name]) })),
      ]}
    />
  )
}

function useNoFacts(): () => Readonly<Record<string, string | undefined>> {
  return () => ({})
}

function MasterHistory({ master, id }: { readonly master: AnyMaster; readonly id: string }): ReactNode {
  const t = useText()
  const words = useMasterWords(master)
  const attributes = useAttributes(master.entity)
  const choices = Object.entries(master.fields).filter(([, { kind }]) => kind === 'choice')
  const spoken = Object.fromEntries(choices.map(([name, field]) => [name, Object.fromEntries(words.choices(field).map(({ value, label }) => [value, label]))]))
  const labels = Object.fromEntries([
    ...Object.keys(master.fields).map(field => [field, words.label(field)]), ...attributes.map(definition => [`attributes.${definition.name}`, words.attributeLabel(definition)]),
  ]) as Record<string, string>
  return <DrawerPart title={t('history.title')}><RecordHistory entity={master.entity} id={id} words={spoken} labels={labels} /></DrawerPart>
}

function FactList({ facts }: { readonly facts: readonly Labelled[] }): ReactNode {
  const told = facts.filter(({ value }) => value !== '' && value !== null && value !== undefined)
  if (told.length === 0) return null
  return (
    <Box
      component="dl"
      sx={{
        m: 0, display: 'grid', gridTemplateColumns: 'minmax(120px, 34%) 1fr', columnGap: 2, rowGap: 0.75,
        '& dt': { color: 'text.secondary' }, '& dd': { m: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
      }}
    >
      {told.map(({ label, value }) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}
    </Box>
  )
}
