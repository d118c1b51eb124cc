import Bookmark from '@mui/icons-material/BookmarkBorderOutlined'
import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import List from '@mui/material/List'
import ListItem from '@mui/material/ListItem'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Popover from '@mui/material/Popover'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { ColumnMapping, FileColumn, SavedMapping } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import { TextInput } from '../components/text-field.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { fits, wholeMapping } from './mapping.ts'

export interface SavedMappingsProps {
  readonly target: TargetName
  readonly columns: readonly FileColumn[]
  readonly mapping: ColumnMapping
  onUse(mapping: SavedMapping): void
  onSaved(mapping: SavedMapping): void
}

/** Files of one sender look alike: their mapping is kept under a name and used again. */
export function SavedMappings({ target, columns, mapping, onUse, onSaved }: SavedMappingsProps): ReactNode {
  const t = useText()
  const { imports } = useApi()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [name, setName] = useState('')
  const { data: saved = [] } = useLive(imports.listMappings, { target })
  const save = useCommand(imports.saveMapping, { done: kept => t('imports.mapping.savedAs', { name: kept.name }), onSuccess: kept => {
    setName('')
    onSaved(kept)
  } })
  const remove = useCommand(imports.removeMapping)
  const onSave = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') save.mutate({ target, name, ...wholeMapping(mapping) })
  }
  return (
    <>
      <Button startIcon={<Bookmark />} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>{t('imports.mapping.saved')}</Button>
      <Popover
        open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('imports.mapping.saved'), variant: 'outlined', sx: { width: 340, mt: 0.5 } } }}
      >
        {saved.length === 0 ? <Typography variant="body2" sx={{ color: 'text.secondary', px: 2, pt: 2 }}>{t('imports.mapping.none')}</Typography> : (
          <List dense>
            {saved.map(one => {
              const isFitting = fits(one, columns)
              return (
                <ListItem
                  key={one.id} disablePadding
                  secondaryAction={<IconButton size="small" edge="end" aria-label={t('imports.mapping.remove', { name: one.name })} onClick={() => remove.mutate({ id: one.id, version: one.version })}><Delete fontSize="small" /></IconButton>}
                >
                  <ListItemButton
                    disabled={!isFitting}
                    onClick={() => {
                      setAnchor(null)
                      onUse(one)
                    }}
                  >
                    <ListItemText primary={one.name} secondary={isFitting ? Object.values(one.columns).join(', ') : t('imports.mapping.unfit')} slotProps={{ secondary: { noWrap: true } }} />
                  </ListItemButton>
                </ListItem>
              )
            })}
          </List>
        )}
        <Box component="form" onSubmit={onSave} sx={{ display: 'grid', gap: 1, p: 2, borderTop: 1, borderColor: 'divider' }}>
          <TextInput label={t('imports.mapping.name')} value={name} onChange={setName} />
          <Button type="submit" variant="outlined" disabled={name.trim() === ''} loading={save.isPending}>{t('imports.mapping.save')}</Button>
        </Box>
      </Popover>
    </>
  )
}
