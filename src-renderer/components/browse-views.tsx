import Bookmark from '@mui/icons-material/BookmarkBorder'
import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import Popover from '@mui/material/Popover'
import Tooltip from '@mui/material/Tooltip'
import Typography from '@mui/material/Typography'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { showDone, showError } from '../core/toasts.ts'
import { ViewStateSchema, viewStateOf, type BrowseState, type ViewState } from './browse-state.ts'
import { TextInput } from './text-field.tsx'

/** Where a user's views of one list are kept; a module wires it to its procedures. `state` is plain JSON. */
export interface SavedViews {
  readonly list: readonly { readonly id: string; readonly name: string; readonly state: unknown }[]
  save(name: string, state: ViewState): Promise<unknown>
  remove(id: string): Promise<unknown>
}

/** The user's saved views: choose, save what is shown now, delete. */
export function BrowseViews({ views, state }: { readonly views: SavedViews; readonly state: BrowseState }): ReactNode {
  const t = useText()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [name, setName] = useState('')
  const close = () => setAnchor(null)
  const choose = (kept: unknown) => {
    state.change(ViewStateSchema.safeParse(kept).data ?? {})
    close()
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    const given = name.trim()
    if (given === '') return
    setName('')
    close()
    views.save(given, viewStateOf(state)).then(() => showDone(t('table.viewSaved', { name: given })), showError)
  }
  return (
    <>
      <Tooltip title={t('table.views')}>
        <IconButton aria-label={t('table.views')} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
          <Bookmark fontSize="small" />
        </IconButton>
      </Tooltip>
      <Popover
        open={anchor !== null} anchorEl={anchor} onClose={close} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('table.views'), variant: 'outlined', sx: { p: 1.5, mt: 0.5, width: 300, display: 'grid', gap: 1 } } }}
      >
        <Button size="small" sx={{ justifyContent: 'flex-start' }} onClick={() => { state.reset(); close() }}>{t('table.defaultView')}</Button>
        {views.list.length === 0 && <Typography variant="body2" sx={{ color: 'text.secondary', px: 1 }}>{t('table.noViews')}</Typography>}
        {views.list.map(view => (
          <Box key={view.id} sx={{ display: 'flex' }}>
            <Button size="small" sx={{ flex: 1, justifyContent: 'flex-start' }} onClick={() => choose(view.state)}>{view.name}</Button>
            <IconButton size="small" aria-label={t('table.removeView', { name: view.name })} onClick={() => void views.remove(view.id).catch(showError)}>
              <Delete sx={{ fontSize: 18 }} />
            </IconButton>
          </Box>
        ))}
        <Divider />
        <Box component="form" onSubmit={save} sx={{ display: 'flex', gap: 1, alignItems: 'end' }}>
          <TextInput label={t('table.viewName')} value={name} onChange={setName} />
          <Button type="submit" variant="contained" disabled={name.trim() === ''}>{t('buttons.save')}</Button>
        </Box>
      </Popover>
    </>
  )
}
