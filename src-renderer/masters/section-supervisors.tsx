import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { ReferenceInput } from '../components/reference-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { DrawerPart } from './drawer-part.tsx'
import type { MasterRecord } from './master.ts'
import { useMasterSource } from './sources.ts'

/** Who looks after a section besides those who work in it. */
export function SectionSupervisors({ record: { id, name } }: { readonly record: MasterRecord }): ReactNode {
  const t = useText()
  const mayChange = useMay()('identity.update')
  const { masters } = useApi()
  const source = useMasterSource('user')
  const [isAdding, setAdding] = useState(false)
  const { data } = useLive(masters.listSupervisors, { sectionId: id }, { clears: true })
  const change = useCommand(masters.setSupervisors, { done: () => t('masters.sections.supervisorsDone', { name: String(name) }) })
  if (!data) return null
  const ids = data.map(one => one.id)
  const save = (userIds: readonly string[]) => change.mutate({ sectionId: id, userIds: [...userIds] })
  return (
    <DrawerPart title={t('masters.sections.supervisors')}>
      {data.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('masters.sections.noSupervisors')}</Typography>}
      {data.map(person => (
        <Box key={person.id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ flex: 1 }}>{person.name}</Typography>
          {mayChange && (
            <IconButton size="small" aria-label={`${t('buttons.delete')}: ${person.name}`} onClick={() => save(ids.filter(one => one !== person.id))}><Close fontSize="small" /></IconButton>
          )}
        </Box>
      ))}
      {mayChange && isAdding && (
        <ReferenceInput
          source={source} label={t('masters.sections.addSupervisor')} hint={t('masters.sections.supervisorsHint')} value={null} autoFocus
          onChange={userId => {
            if (userId === null) return
            setAdding(false)
            save([...new Set([...ids, userId])])
          }}
        />
      )}
      {mayChange && !isAdding && <Box><Button size="small" onClick={() => setAdding(true)}>{t('masters.sections.addSupervisor')}</Button></Box>}
    </DrawerPart>
  )
}
