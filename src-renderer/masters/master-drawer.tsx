import Close from '@mui/icons-material/Close'
import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useId, useState, type ReactNode } from 'react'
import { RecordHistory } from '../components/record-history.tsx'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { ActivityChip } from './activity-chip.tsx'
import type { Fact, Master, MasterList } from './master.ts'

interface MasterDrawerProps<L extends MasterList> { readonly master: Master<L>; readonly id: string; onClose(): void }

/** One record: what it says, what belongs to it, what happened to it, and what can be done with it. */
export function MasterDrawer<L extends MasterList>({ master, id, onClose }: MasterDrawerProps<L>): ReactNode {
  const t = useText()
  const may = useMay()
  const titleId = useId()
  const [isEditing, setEditing] = useState(false)
  const { Form, facts, more, words, entity, setActive, isNeeded } = master
  const record = master.useRecord(id)
  const change = useCommand(setActive, {
    done: ({ isActive, name }) => t(isActive ? 'masters.done.activated' : 'masters.done.deactivated', { name }),
    undo: ({ version, isActive }) => setActive({ id, version, isActive: !isActive }),
    // The way back stands in a toast, which keys and readers do not reach while the drawer is open.
    onSuccess: onClose,
  })
  return (
    <Drawer
      anchor="right" open onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 520 }, display: 'flex', flexDirection: 'column' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 1, px: 3, pt: 2.5, pb: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {record?.name ?? t('words.loading')}
          </Typography>
          {record && (
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>{record.code} <ActivityChip isActive={record.isActive} /></Typography>
          )}
        </Box>
        <Tooltip title={t('buttons.close')}>
          <IconButton aria-label={t('buttons.close')} onClick={onClose}><Close fontSize="small" /></IconButton>
        </Tooltip>
      </Box>
      {record && (
        <>
          <Box sx={{ flex: 1, overflowY: 'auto', px: 3, pb: 2, display: 'grid', gap: 3, alignContent: 'start' }}>
            <FactList facts={facts(record)} />
            {more?.(record)}
            <DrawerPart title={t('history.title')}><RecordHistory entity={entity} id={id} words={words} /></DrawerPart>
          </Box>
          {may('masters.update') && (
            <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, px: 3, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
              {!isNeeded?.(record) && (
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
          {isEditing && <Form record={record} onClose={() => setEditing(false)} />}
        </>
      )}
    </Drawer>
  )
}

export function DrawerPart({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1 }}>
      <Typography component="h3" variant="overline" sx={{ color: 'text.secondary' }}>{title}</Typography>
      {children}
    </Box>
  )
}

function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const told = facts.filter(({ value }) => value !== '' && value !== null && value !== undefined)
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
