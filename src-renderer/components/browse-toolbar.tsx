import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import Search from '@mui/icons-material/Search'
import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useEffectEvent, useState, type ReactNode, type Ref } from 'react'
import { useDebounced } from '../core/debounced.ts'
import { useText } from '../core/i18n.ts'
import { FilterChips, type BrowseFilter } from './browse-filters.tsx'
import type { BrowseState } from './browse-state.ts'
import { BrowseViews, type SavedViews } from './browse-views.tsx'

export interface BrowseToolbarProps {
  readonly title: string
  readonly state: BrowseState
  readonly filters: readonly BrowseFilter[]
  readonly views?: SavedViews | undefined
  readonly columns: readonly { readonly name: string; readonly label: string }[]
  readonly shown: Readonly<Record<string, boolean>>
  readonly searchRef: Ref<HTMLInputElement>
  readonly canSearch: boolean
  /** Export, import, print: at the right. */
  readonly actions?: ReactNode
}

/** Search, filters, columns, views: everything that says what the list shows. */
export function BrowseToolbar({ title, state, filters, views, columns, shown, searchRef, canSearch, actions }: BrowseToolbarProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 1.5, py: 1, borderBottom: 1, borderColor: 'divider', ...printsWhatNarrows }}>
      {canSearch && <SearchBox title={title} value={state.search} onSearch={search => state.change({ search })} inputRef={searchRef} />}
      <Box sx={{ flex: 1, minWidth: 0, order: { xs: 3, md: 2 }, flexBasis: { xs: '100%', md: 0 } }}>
        <FilterChips filters={filters} chosen={state.filter} onChange={filter => state.change({ filter })} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, ml: 'auto', order: { xs: 2, md: 3 } }}>
        {views && <BrowseViews views={views} state={state} />}
        <ColumnChoice columns={columns} shown={shown} onChange={chosen => state.change({ columns: chosen })} />
        {actions}
      </Box>
    </Box>
  )
}

interface SearchBoxProps { readonly title: string; readonly value: string; readonly inputRef: Ref<HTMLInputElement>; onSearch(search: string): void }

function SearchBox({ title, value, inputRef, onSearch }: SearchBoxProps): ReactNode {
  const t = useText()
  const [typed, setTyped] = useState(value)
  const [before, setBefore] = useState(value)
  // A saved view, or "remove all", changes it from outside.
  if (value !== before) {
    setBefore(value)
    setTyped(value)
  }
  const settled = useDebounced(typed, 220)
  const search = useEffectEvent((text: string) => {
    if (text === typed && text !== value) onSearch(text)
  })
  useEffect(() => search(settled), [settled])
  return (
    <TextField
      value={typed} onChange={event => setTyped(event.target.value)} inputRef={inputRef} placeholder={t('table.search')} sx={{ flex: '1 1 160px', maxWidth: { sm: 240 } }}
      onKeyDown={event => {
        if (event.key === 'Enter') onSearch(typed)
        if (event.key === 'Escape' && typed !== '') {
          event.stopPropagation()
          onSearch('')
          setTyped('')
        }
      }}
      slotProps={{
        htmlInput: { 'aria-label': t('table.searchIn', { title }), type: 'search', autoComplete: 'off' },
        input: { startAdornment: <InputAdornment position="start"><Search sx={{ fontSize: 18 }} /></InputAdornment> },
      }}
    />
  )
}

interface ColumnChoiceProps { readonly columns: readonly { readonly name: string; readonly label: string }[]; readonly shown: Readonly<Record<string, boolean>>; onChange(shown: Record<string, boolean>): void }

function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps): ReactNode {
  const t = useText()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isLast = (name: string) => shown[name] === true && Object.values(shown).filter(Boolean).length === 1
  return (
    <>
      <Tooltip title={t('table.columns')}>
        <IconButton aria-label={t('table.columns')} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={event => setAnchor(event.currentTarget)}>
          <ViewColumn fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} slotProps={{ list: { 'aria-label': t('table.showColumns'), dense: true } }}>
        {columns.map(({ name, label }) => {
          const isShown = shown[name] === true
          const Mark = isShown ? CheckBox : CheckBoxBlank
          return (
            <MenuItem key={name} role="menuitemcheckbox" aria-checked={isShown} disabled={isLast(name)} onClick={() => onChange({ ...shown, [name]: !isShown })} sx={{ gap: 1 }}>
              <Mark aria-hidden sx={{ fontSize: 20, color: isShown ? 'primary.main' : 'tint.fieldLine' }} />
              {label}
            </MenuItem>
          )
        })}
      </Menu>
    </>
  )
}

/** On paper the toolbar says what the list is narrowed to, and nothing else. */
const printsWhatNarrows = { '@media print': { padding: 0, border: 0, '& .MuiButton-root, & .MuiIconButton-root, & .MuiTextField-root:has(input:placeholder-shown)': { display: 'none !important' } } } as const
