import ArrowDownward from '@mui/icons-material/ArrowDownward'
import ArrowUpward from '@mui/icons-material/ArrowUpward'
import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useState, type ReactNode } from 'react'
import type { MenuItem } from '../../shared/identity/menus.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { CheckField } from '../components/select-field.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'

/** Order, names and which menus there are at all. */
export function MenuArrangement(): ReactNode {
  const api = useApi()
  const [edited, setEdited] = useState<MenuItem>()
  const { data: items = [] } = useLive(api.identity.listMenuItems, {})
  const groups = items.filter(({ path }) => path === null)
  return (
    <Box sx={{ flex: 1, overflow: 'auto', p: 2, display: 'grid', gap: 2, alignContent: 'start', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))' }}>
      {groups.map(group => {
        const children = items.filter(({ parentId }) => parentId === group.id)
        return (
          <Box key={group.id} component="section" sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
            <MenuLine item={group} siblings={groups} onEdit={setEdited} />
            {children.map(child => <MenuLine key={child.id} item={child} siblings={children} onEdit={setEdited} />)}
          </Box>
        )
      })}
      {edited && <MenuForm item={edited} onClose={() => setEdited(undefined)} />}
    </Box>
  )
}

interface MenuLineProps { readonly item: MenuItem; readonly siblings: readonly MenuItem[]; onEdit(item: MenuItem): void }

function MenuLine({ item, siblings, onEdit }: MenuLineProps): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [language] = useLanguage()
  const arrange = useCommand(api.identity.arrangeMenuItems)
  const at = siblings.findIndex(({ id }) => id === item.id)
  const name = language === 'id' ? item.name : item.nameEnglish
  const move = (to: number) => arrange.mutate({ parentId: item.parentId, ids: siblings.map(({ id }) => id).filter(id => id !== item.id).toSpliced(to, 0, item.id) })
  const isGroup = item.path === null
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, pl: isGroup ? 1.5 : 3, pr: 0.5, py: 0.25, bgcolor: isGroup ? 'tint.header' : undefined, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ flex: 1, minWidth: 0, fontWeight: isGroup ? 650 : 400 }}>{name} {!item.isActive && <StatusChip tone="neutral" label={t('words.inactive')} />}</Box>
      {may('identity.update') && (
        <>
          <IconButton size="small" aria-label={t('identity.menus.up', { name })} disabled={at === 0} onClick={() => move(at - 1)}><ArrowUpward fontSize="small" /></IconButton>
          <IconButton size="small" aria-label={t('identity.menus.down', { name })} disabled={at === siblings.length - 1} onClick={() => move(at + 1)}><ArrowDownward fontSize="small" /></IconButton>
          <IconButton size="small" aria-label={`${t('buttons.edit')}: ${name}`} onClick={() => onEdit(item)}><Edit fontSize="small" /></IconButton>
        </>
      )}
    </Box>
  )
}

function MenuForm({ item: { id, version, name, nameEnglish, isActive }, onClose }: { readonly item: MenuItem; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  return (
    <FormDialog title={t('identity.menus.edit', { name })} width="xs" schema={api.identity.updateMenuItem.procedure.input} values={{ id, version, name, nameEnglish, isActive }} save={api.identity.updateMenuItem} onClose={onClose}>
      <TextField name="name" label={t('identity.menus.name')} isRequired autoFocus />
      <TextField name="nameEnglish" label={t('identity.menus.nameEnglish')} isRequired />
      <CheckField name="isActive" label={t('fields.isActive')} hint={t('identity.menus.activeHint')} />
    </FormDialog>
  )
}
